// The parts of a case's pages that a journey writes itself: its head, a table, and instants as platforms write them.
import { box } from "./page-server.ts";

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** `2026-11-22 09:30` of an instant (ms) at +08:00. */
export const stamp = (at: number): string =>
  new Date(at + 8 * HOUR).toISOString().slice(0, 16).replace("T", " ");

/** What every page of a criminal case begins with. */
export const head = (number: string): string =>
  `<form>${box("案件编号", number)}${box("案件类别", "刑事")}${box("案由", "盗窃")}</form>`;

/** A table of records with its columns' titles. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (tag: string, texts: readonly string[]): string =>
    `<tr>${texts.map((text) => `<${tag}>${text}</${tag}>`).join("")}</tr>`;
  return `<table><thead>${cells("th", columns)}</thead><tbody>${rows.map((row) => cells("td", row)).join("")}</tbody></table>`;
}
