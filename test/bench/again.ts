// Measures judging a case again after one change against judging it whole, findings and their words included.
import type { Cell, ElementList, FactSheet } from "../../shared/facts/sheet.ts";
import { judge } from "../../shared/rules/judge.ts";
import { keepJudged } from "../../shared/rules/judge-again.ts";
import { compared, type Timed } from "./measured.ts";
import { preparedWorkload } from "./ours.ts";
import type { Row } from "./row.ts";
import { CASES, NOW, parameters, workloadCase } from "./workload.ts";

/** Share of a whole pass that one changed value may take. */
const GOAL = 0.05;

/** The case with one cell changed; all else stays the same objects, as a reading leaves it. */
function changed(sheet: FactSheet, list: "interviews" | undefined, field: string, value: Cell): FactSheet {
  if (list === undefined) {
    return { ...sheet, case: { id: "", cells: { ...sheet.case?.cells, [field]: value } } };
  }
  const { items, complete } = sheet[list] as ElementList;
  const [first, ...rest] = items;
  return {
    ...sheet,
    [list]: { items: [{ ...first!, cells: { ...first!.cells, [field]: value } }, ...rest], complete },
  };
}

const percent = (part: Timed, whole: Timed): string => `${((100 * part.ratio) / whole.ratio).toFixed(1)}%`;

/** Rows: one value of the case, one value of one interview, and a tick of the clock. */
export async function againBench(): Promise<readonly Row[]> {
  const prepared = preparedWorkload(parameters(100));
  const cases = Array.from({ length: CASES }, (_, i) => {
    const sheet = workloadCase(i);
    const again = keepJudged(prepared);
    again(sheet, NOW);
    return {
      again,
      sheets: [sheet, changed(sheet, undefined, "amount", 99_999)] as const,
      interviews: [sheet, changed(sheet, "interviews", "leftAt", NOW - 3 * 3_600_000)] as const,
    };
  });
  const pickOf = <T>(pair: readonly [T, T], i: number): T => pair[Math.floor(i / CASES) % 2 === 0 ? 1 : 0];
  const ticking = cases.map(({ sheets }) => {
    const again = keepJudged(prepared);
    again(sheets[0], NOW);
    return { again, sheet: sheets[0] };
  });
  let kept = 0;
  const [whole, amount, left, tick] = (await compared([
    (i) => void (kept += judge(prepared, cases[i % CASES]!.sheets[0], NOW).findings.length),
    (i) => {
      const { again, sheets } = cases[i % CASES]!;
      kept += again(pickOf(sheets, i), NOW).findings.length;
    },
    (i) => {
      const { again, interviews } = cases[i % CASES]!;
      kept += again(pickOf(interviews, i), NOW).findings.length;
    },
    (i) => {
      const { again, sheet } = ticking[i % CASES]!;
      kept += again(sheet, NOW + i).findings.length;
    },
  ])) as unknown as [Timed, Timed, Timed, Timed];
  if (kept === 0) throw new Error("nothing was judged");
  const row = (figure: string, part: Timed): Row => ({
    figure,
    value: `${percent(part, whole)}（${part.time.toFixed(1)} µs 比 ${whole.time.toFixed(0)} µs）`,
    budget: `≤ ${GOAL * 100}%`,
    held: part.ratio / whole.ratio <= GOAL,
    kind: "goal",
  });
  return [
    row("改动案件的一个值后再判定，占整判", amount),
    row("改动一份笔录的一个值后再判定，占整判", left),
    row("时钟走动而没有到变色的时刻，占整判", tick),
  ];
}
