// The register pages of the old platform: papers with recordings, the secured area, the dossier.
import { esc } from "../escape.ts";
import type { Case } from "../model.ts";
import { DOSSIER, FILMS, MEDDLING, PAPERS, type Register, STAYS } from "./labels-registers.ts";
import { page, shown } from "./markup.ts";
import { strip } from "./records.ts";

function register(caption: string, columns: Register, rows: readonly object[]): string {
  const lines = rows.map((row) => {
    const values = row as Readonly<Record<string, string>>;
    return `<tr>${columns.map(([key]) => `<td class="c">${esc(shown(values[key] ?? "")) || "&nbsp;"}</td>`).join("")}</tr>`;
  });
  const none = `<tr><td class="none" colspan="${columns.length}">暂无记录</td></tr>`;
  return `<table class="t"><caption>${caption}</caption><tr>${columns.map(([, words]) => `<th>${words}</th>`).join("")}</tr>${lines.join("") || none}</table>`;
}

export const papers = (of: Case): string =>
  page(
    "文书音像",
    `<div class="inner">${strip(of)}${register("法律文书清单", PAPERS, of.papers)}${register("音视频清单", FILMS, of.films)}</div>`,
  );

export const stays = (of: Case): string =>
  page("办案区登记", `<div class="inner">${strip(of)}${register("办案区使用登记", STAYS, of.stays)}</div>`);

export function dossier(of: Case): string {
  const values = of.dossier as unknown as Readonly<Record<string, string>>;
  const pair = ([key, words]: readonly [string, string]): string =>
    `<td class="k">${words}：</td><td>${esc(shown(values[key] ?? ""))}</td>`;
  const rows: string[] = [];
  for (let at = 0; at < DOSSIER.length; at += 2) {
    rows.push(
      `<tr>${DOSSIER.slice(at, at + 2)
        .map(pair)
        .join("")}</tr>`,
    );
  }
  return page(
    "卷宗",
    `<div class="inner">${strip(of)}<table class="t"><caption>卷宗信息</caption>${rows.join("")}</table>${register("过问案件登记", MEDDLING, of.meddlings)}</div>`,
  );
}
