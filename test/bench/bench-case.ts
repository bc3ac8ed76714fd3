// An invented case of the size that a real one has, for timing: eight interviews, five measures, ten things, twenty documents.
import type { Cell, Element, ElementList, FactSheet } from "../../shared/facts/sheet.ts";
import { NOW } from "./hand-rules.ts";

const HOUR = 3_600_000;

/** The `n`th value of a cycle, so that cases differ without chance. */
const pick = <T>(values: readonly T[], n: number): T => values[n % values.length]!;

const list = (
  letter: string,
  count: number,
  cells: (i: number) => Readonly<Record<string, Cell>>,
): ElementList => ({
  items: Array.from({ length: count }, (_, i): Element => ({ id: `${letter}${i + 1}`, cells: cells(i) })),
  complete: true,
});

/** One case; cases of different `seed` differ in kinds, times, blanks and what was not read. */
export function benchCase(seed: number): FactSheet {
  const ago = (hours: number): number => NOW - hours * HOUR;
  return {
    case: {
      id: "",
      cells: { category: "刑事", acceptedAt: ago(300 + seed), cause: "盗窃", number: `A${seed}` },
    },
    measures: list("m", 5, (i) => ({
      kind: pick(["刑事拘留", "取保候审", "拘传", "传唤", "继续盘问", undefined], i + seed),
      startedAt: ago(pick([8, 20, 30, 60], i + seed)),
      endedAt: pick([null, ago(1), undefined], i + seed),
      person: `p${i + 1}`,
      approvedBy: "县级以上公安机关负责人",
    })),
    interviews: list("i", 8, (i) => ({
      kind: pick(["询问", "讯问"], i + (seed >> 1)),
      subjectRole: pick(["违法嫌疑人", "证人", undefined, "违法嫌疑人"], i + seed),
      askers: pick([["甲", "乙"], ["甲"], null, undefined], i + seed),
      startedAt: ago(20 + i),
      arrivedAt: ago(pick([6, 10, 30], i + seed)),
      leftAt: pick([ago(2), null, undefined], i + (seed >> 2)),
      arriveWay: pick(["口头传唤", "自行到案", undefined], i),
      recorded: pick(["是", "否", undefined], i + seed),
      minor: pick(["否", "是"], i),
    })),
    property: list("w", 10, (i) => ({
      kind: pick(["现金", "手机", "车辆", "毒品", "其他"], i + seed),
      quantity: pick([1, 5, 20, undefined], i),
      seizedAt: ago(pick([10, 26, 50], i + seed)),
      storedAt: pick([ago(5), null, undefined], i + seed),
      name: `物品${i}`,
    })),
    documents: list("d", 20, (i) => ({
      kind: pick(["拘留证", "权利义务告知书", "传唤证", "扣押清单", "逮捕证", "鉴定聘请书"], i + seed),
      number: `${i}`,
    })),
  };
}
