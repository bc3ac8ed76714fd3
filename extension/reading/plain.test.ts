// The short ways through the commonest markup read what the thorough ones read.
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { cssPath } from "./css-path.ts";
import { classWords } from "./facts/class-words.ts";
import { labelWords } from "./facts/label-words.ts";
import { readFormItem } from "./form-items.ts";
import { learnLabels } from "./label.ts";
import { learnClasses } from "./libraries.ts";
import { readPlainItem } from "./plain-item.ts";
import { readAnyTable, readTable } from "./tables.ts";

beforeEach(() => {
  learnLabels(labelWords());
  learnClasses(classWords());
});

const WORDS = [
  "在库",
  "陈立",
  "2026-03-05 09:00",
  "3件",
  "",
  "扣押",
  "姓名",
  "接警时间",
  "合计",
  "备注：",
  "☑是 □否",
  "第1部分",
  "无",
];
const TITLES = ["序号", "物品名称", "数量", "扣押时间", "扣押民警", "处理结果", "12345", "备注"];
const cell = fc.oneof(
  { weight: 150, arbitrary: fc.constantFrom(...WORDS).map((text) => `<td>${text}</td>`) },
  fc.constantFrom(...WORDS).map((text) => `<td class="c">${text}</td>`),
  fc.constantFrom("<td><span>陈立</span></td>", "<td colspan=2>甲</td>", "<td style='display:none'>乙</td>"),
);
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((columns) =>
    fc.tuple(
      fc.array(fc.constantFrom(...TITLES, ...TITLES.slice(0, 6), ...TITLES.slice(0, 6)), {
        minLength: columns,
        maxLength: columns,
      }),
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { maxLength: 16 }),
    ),
  )
  .map(
    ([titles, rows]) =>
      `<table><thead><tr>${titles.map((title) => `<th>${title}</th>`).join("")}</tr></thead><tbody>${rows
        .map((row) => `<tr>${row.join("")}</tr>`)
        .join("")}</tbody></table>`,
  );

const said = ({ cells, tables, inside, done }: ReturnType<typeof readTable>) => ({
  cells: cells.map(({ label, value }) => `${label}=${value}`),
  tables: tables.map(({ columns, codes, rows, section, complete, node }) => ({
    columns,
    codes,
    section,
    complete,
    css: cssPath(node),
    rows: rows.map((row) => row.cells.map(({ text, node }) => `${cssPath(node)} ${text}`)),
  })),
  inside: inside.length,
  done: done.length,
});

test("a table of bare rows is read as every other table is", () => {
  let short = 0;
  fc.assert(
    fc.property(table, (html) => {
      document.body.innerHTML = html;
      const element = document.querySelector("table")!;
      const read = readTable(element);
      if (read.tables[0]?.bare !== undefined) short++;
      expect(said(read)).toEqual(said(readAnyTable(element)));
    }),
    { numRuns: 600 },
  );
  expect(short).toBeGreaterThan(40);
});

const LABELS = ["接警时间", "姓 名", "*案由", "案件编号：", "", "是否受案", "（必填）数量"];
const BOXES = [
  '<div class="el-input"><input class="el-input__inner" id="f1" name="xm" value=" 柳桥  派出所 "></div>',
  '<div class="el-input"><input value=""></div>',
  '<div class="el-input"><span class="prefix"></span><input value="甲"></div>',
  '<input type="checkbox" checked>',
  '<div><input type="hidden" value="x"></div>',
  '<div class="el-select"><input readonly value="盗窃"></div>',
  "<span>文字</span>",
  '<div><input type="password" value="x"></div>',
  '<div><input value="1">元</div>',
];
const item = fc
  .tuple(
    fc.constantFrom(...LABELS, "接警时间", "处警结果"),
    fc.constantFrom(...BOXES, ...BOXES.slice(0, 2)),
    fc.constantFrom("div", "div", "span", "label"),
  )
  .map(
    ([label, box, tag]) =>
      `<div class="el-form-item"><label class="el-form-item__label">${label}</label><${tag} class="el-form-item__content">${box}</${tag}></div>`,
  );

test("a form item of one box is read as every other one is", () => {
  let short = 0;
  fc.assert(
    fc.property(item, (html) => {
      document.body.innerHTML = html;
      const element = document.querySelector(".el-form-item")!;
      const plain = readPlainItem(element);
      if (plain === undefined) return;
      short++;
      const [thorough, ...more] = readFormItem(element) ?? [];
      expect(more).toEqual([]);
      const { again: _, beneath, ...read } = plain;
      expect(read).toEqual({ ...thorough, again: undefined, ...read });
      expect({ label: read.label, value: read.value, codes: read.codes }).toEqual({
        label: thorough?.label,
        value: thorough?.value,
        codes: thorough?.codes,
      });
      expect(read.node).toBe(thorough?.node);
      expect(`${cssPath(element)}${beneath}`).toBe(cssPath(plain.node));
      expect(plain.again().value).toBe(read.value);
    }),
    { numRuns: 400 },
  );
  expect(short).toBeGreaterThan(20);
});
