// Small lists within a printed form: their head rows are no values, nor is what stands below a head one of the form's own.
import { matchLabel } from "../../../shared/dictionary/match.ts";
import { plainBest } from "./match.ts";
import { stepsOf } from "./steps.ts";
import type { Meant } from "./things.ts";

interface Row {
  /** Path of the table's part in which the row stands. */
  readonly body: string;
  readonly at: number;
}

/** The row of a table in which a cell stands; undefined where it stands in none. */
function rowOf(css: string): Row | undefined {
  // Most forms stand in no table, and each key has them read anew.
  if (!css.includes("tr")) return undefined;
  const steps = stepsOf(css);
  let at = steps.length - 1;
  while (at >= 0 && !/^tr\b/.test(steps[at]!)) at--;
  if (at < 0) return undefined;
  const number = /nth-of-type\((\d+)\)/.exec(steps[at]!)?.[1] ?? "1";
  return { body: steps.slice(0, at).join(">"), at: Number(number) };
}

const keyOf = ({ body, at }: Row): string => `${body} ${at}`;

/** Whether a value can be chosen in a field that its label may mean. */
const isChosen = ({ cell, meaning }: Meant): boolean =>
  plainBest(meaning)?.field.type.is === "choice" ||
  meaning.candidates.some(
    ({ field: { type } }) => type.is === "choice" && type.values.includes(cell.value.trim()),
  );

/** Whether a value is a label of the dictionary; what may be chosen can be called like one. */
const isLabel = (one: Meant): boolean => {
  const { cell, told } = one;
  return told !== true && !isChosen(one) && isWordOfHeads(cell.value);
};

/** Heads of lists that no field has, and that are no value of any. */
const HEAD =
  /^(?:品牌型号|品牌|规格型号|规格|型号|成色|计量单位|保存地点|存放地点|备注|来源|照片|操作|序号)$/;

const isWordOfHeads = (value: string): boolean =>
  HEAD.test(value.trim()) || (!/\d/.test(value) && matchLabel(value.trim()).length > 0);

/** The cells without the pairs that are made of the heads of a list, and without those of its first row. */
export function withoutHeadRows(cells: readonly Meant[]): readonly Meant[] {
  const rows = new Map<string, { readonly row: Row; readonly all: Meant[] }>();
  for (const one of cells) {
    const row = rowOf(one.cell.css);
    if (row === undefined) continue;
    const there = rows.get(keyOf(row));
    if (there === undefined) rows.set(keyOf(row), { row, all: [one] });
    else there.all.push(one);
  }
  const dropped = new Set<string>();
  for (const { row, all } of rows.values()) {
    const labels = all.filter(isLabel).length;
    if (all.length < 2 || labels * 2 < all.length) continue;
    dropped.add(keyOf(row));
    dropped.add(keyOf({ ...row, at: row.at + 1 }));
  }
  return dropped.size === 0
    ? cells
    : cells.filter(({ cell, told }) => {
        const row = rowOf(cell.css);
        return told === true || row === undefined || !dropped.has(keyOf(row));
      });
}
