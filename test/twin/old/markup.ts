// Writes the HTML of the old platform: escaping, fields, label cells, whole documents.
import { esc } from "../escape.ts";
import type { Column, Columns } from "./labels.ts";

/** `2026-06-08 21:40` as the old lists print it, with seconds. */
export const shown = (value: string): string =>
  /^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(value) ? `${value}:00` : value;

/** The same as a document prints it: 2026年06月08日21时40分. */
export const spelled = (value: string): string => {
  const m = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d)$/.exec(value);
  return m ? `${m[1]}年${m[2]}月${m[3]}日${m[4]}时${m[5]}分` : value;
};

const flat = (value: string | string[]): string => (Array.isArray(value) ? value.join("、") : value);

/** The control of one column, holding the value. */
export function control(column: Column, given: string | string[]): string {
  const value = flat(given);
  const name = column.code;
  if (column.as === "fixed") {
    return `<input class="ro" name="${name}" value="${esc(value)}" readonly>`;
  }
  if (column.as === "area") return `<textarea name="${name}" rows="4">${esc(value)}</textarea>`;
  if (column.as === "radio") {
    return (column.options ?? [])
      .map(
        (each) =>
          `<label><input type="radio" name="${name}" value="${each}"${each === value ? " checked" : ""}>${each}</label>`,
      )
      .join("&nbsp;");
  }
  if (column.as === "select") {
    const known = column.options ?? [];
    const options = value === "" || known.includes(value) ? known : [...known, value];
    const lines = options.map(
      (each) => `<option value="${esc(each)}"${each === value ? " selected" : ""}>${esc(each)}</option>`,
    );
    return `<select name="${name}"><option value="">--请选择--</option>${lines.join("")}</select>`;
  }
  const time = column.as === "time";
  return `<input type="text"${time ? ' class="Wdate" maxlength="19"' : ""} name="${name}" value="${esc(value)}">`;
}

/** A table of label and control cells, `across` pairs in a row; areas take a row of their own. */
export function grid(
  columns: Columns,
  keys: readonly string[],
  values: object,
  across = 2,
  required: readonly string[] = [],
): string {
  const record = values as Readonly<Record<string, string | string[]>>;
  const rows: string[] = [];
  let cells: string[] = [];
  const flush = (): void => {
    if (cells.length === 0) return;
    const empty = across - cells.length;
    const last = cells.at(-1)!;
    if (empty > 0)
      cells[cells.length - 1] = last.replace('<td class="v">', `<td class="v" colspan="${1 + empty * 2}">`);
    rows.push(`<tr>${cells.join("")}</tr>`);
    cells = [];
  };
  for (const key of keys) {
    const column = columns[key]!;
    const star = required.includes(key) ? '<span class="star">*</span>' : "";
    const label = `<td class="k">${star}${column.label}：</td>`;
    const value = control(column, record[key] ?? "");
    if (column.as === "area") {
      flush();
      rows.push(`<tr>${label}<td class="v" colspan="${across * 2 - 1}">${value}</td></tr>`);
    } else {
      cells.push(`${label}<td class="v">${value}</td>`);
      if (cells.length === across) flush();
    }
  }
  flush();
  return rows.join("\n");
}

/** A whole document of the old platform. */
export const page = (title: string, body: string, script = ""): string =>
  `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>${esc(title)}</title>
<link rel="stylesheet" type="text/css" href="/old/css/main.css"></head><body>
${body}
${script ? `<script type="text/javascript">${script}</script>` : ""}</body></html>`;

/** A line on top after a save or a complaint. */
export const notice = (words: string | null): string => (words ? `<div class="msg">${esc(words)}</div>` : "");
