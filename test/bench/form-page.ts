// A form page of about two thousand elements, as large case forms are: form items with inputs and a table of records.
import { dictionary } from "../../shared/dictionary/dictionary.ts";

const LABELS = dictionary.flatMap(({ fields }) => fields.map(({ label }) => label));

const item = (label: string, at: number): string =>
  `<div class="el-form-item"><label class="el-form-item__label">${label}</label><div class="el-form-item__content"><div class="el-input"><input class="el-input__inner" id="f${at}" value="${at % 3 === 0 ? "2026-03-05 14:30" : at % 3 === 1 ? "柳桥派出所" : ""}"></div></div></div>`;

const row = (at: number): string =>
  `<tr><td>${at + 1}</td><td>物品${at}</td><td>${at + 1}件</td><td>2026-03-0${(at % 9) + 1} 09:00</td><td>陈立</td><td>在库</td></tr>`;

/** The page's HTML; `inputs` boxes in sections of twenty, then a table. */
export function formPage(inputs = 280): string {
  const sections: string[] = [];
  for (let at = 0; at < inputs; at += 20) {
    const items = Array.from({ length: Math.min(20, inputs - at) }, (_, n) =>
      item(LABELS[(at + n) % LABELS.length]!, at + n),
    );
    sections.push(
      `<section class="el-card"><h3>第${at / 20 + 1}部分</h3><form class="el-form">${items.join("")}</form></section>`,
    );
  }
  const head =
    "<tr><th>序号</th><th>物品名称</th><th>数量</th><th>扣押时间</th><th>扣押民警</th><th>处理结果</th></tr>";
  const rows = Array.from({ length: Math.round(inputs / 4.7) }, (_, n) => row(n));
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>案件详情</title></head><body><h1>案件详情</h1>
<p>案件编号：A9901045200002026060142</p>${sections.join("")}<table class="t"><thead>${head}</thead><tbody>${rows.join("")}</tbody></table></body></html>`;
}
