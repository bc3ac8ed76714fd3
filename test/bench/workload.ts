// The workload on which engines are compared: ten kinds of rule, each with as many parameter sets as wanted, and its cases.
import type { Cell, Element, ElementList, FactSheet } from "../../shared/facts/sheet.ts";
import { addMonths, dayOf, endOfDay, HOUR } from "../../shared/time/civil.ts";

export const NOW = Date.parse("2026-06-15T09:30+08:00");
export const CASES = 16;

type Cells = Readonly<Record<string, Cell>>;

/** A case as engines want it that know nothing of unread fields: every field read, `null` for blank. */
export interface Plain {
  readonly now: number;
  /** By months: who began later than this is not yet over. Reckoned beforehand for engines without calendar months. */
  readonly ago: Readonly<Record<string, number>>;
  readonly case: Cells;
  readonly measures: readonly Cells[];
  readonly interviews: readonly Cells[];
  readonly property: readonly Cells[];
  readonly documents: readonly Cells[];
}

/** The parameters of one rule; `kind` and `second` are drawn from longer lists the more rules there are. */
export interface Parameters {
  readonly template: number;
  readonly kind: string;
  readonly second: string;
  readonly document: string;
  /** Months, hours, least count or amount, as the kind of rule wants it. */
  readonly n: number;
  /** The cause (案由) of which alone the rule speaks; a catalogue grows by rules for further causes. */
  readonly cause?: string | undefined;
}

const KINDS: Readonly<Record<string, readonly string[]>> = {
  measures: ["刑事拘留", "逮捕", "取保候审", "监视居住", "拘传", "传唤", "继续盘问"],
  approvedBy: ["县级以上公安机关负责人", "办案部门负责人", "上一级公安机关负责人", "人民检察院", "人民法院"],
  interviews: ["询问", "讯问"],
  subjectRole: ["违法嫌疑人", "证人", "犯罪嫌疑人", "被害人", "被侵害人", "报案人"],
  placeKind: ["办公室", "现场", "看守所", "住所", "单位", "学校", "医院"],
  property: ["现金", "车辆", "手机", "电子设备", "贵重物品", "毒品", "枪爆物品", "管制刀具", "文件资料"],
  action: ["扣押", "查封", "冻结", "先行登记保存", "调取", "接受"],
  category: ["刑事", "行政"],
  cause: ["盗窃", "诈骗", "伤害", "赌博", "吸毒", "交通肇事", "寻衅滋事", "家庭暴力", "抢劫", "敲诈勒索"],
};

/** The `n`th value of a cycle, so that cases differ without chance. */
const pick = <T>(values: readonly T[], n: number): T => values[n % values.length]!;
const kindOf = (field: string, n: number): string => pick(KINDS[field]!, n);

const DOCUMENTS = 100;
const documentOf = (n: number): string => `文书${n % DOCUMENTS}`;

/** Fields that tell the rules of one kind apart. */
const FIRST = [
  "measures",
  "interviews",
  "placeKind",
  "interviews",
  "property",
  "measures",
  "category",
  "cause",
  "measures",
  "property",
];
const SECOND = [
  "approvedBy",
  "subjectRole",
  "subjectRole",
  "subjectRole",
  "action",
  "cause",
  "cause",
  "category",
  "approvedBy",
  "action",
];

/** Months, hours, counts and amounts by kind of rule and parameter set. */
const NUMBERS: readonly ((p: number) => number)[] = [
  (p) => 1 + (p % 24),
  (p) => 2 + p,
  () => 0,
  (p) => 1 + (p % 5),
  (p) => 3 + p,
  () => 0,
  (p) => 24 + 8 * p,
  (p) => 500 * (1 + p),
  () => 0,
  (p) => 1 + (p % 9),
];

/** Causes of which a large catalogue has rules of its own; the cases have the first ten. */
const causeOf = (n: number): string => KINDS["cause"]![n] ?? `案由${n}`;
const CAUSES = 100;

/** `count` rules' parameters, ten kinds of rule in equal parts; beyond the first hundred each speaks of one cause. */
export const parameters = (count: number): readonly Parameters[] =>
  Array.from({ length: count }, (_, i) => {
    const [template, p] = [i % 10, Math.floor(i / 10)];
    const first = KINDS[FIRST[template]!]!;
    return {
      template,
      cause: i < 100 ? undefined : causeOf((7 * i) % CAUSES),
      kind: pick(first, p),
      second: kindOf(SECOND[template]!, p + Math.floor(p / first.length)),
      document: documentOf(3 * p + template),
      n: NUMBERS[template]!(p),
    };
  });

const list = (letter: string, count: number, cells: (i: number) => Cells): ElementList => ({
  items: Array.from({ length: count }, (_, i): Element => ({ id: `${letter}${i + 1}`, cells: cells(i) })),
  complete: true,
});

/** One case of five measures, eight interviews, ten things and twenty documents, read whole. */
export function workloadCase(seed: number): FactSheet {
  const ago = (hours: number): number => NOW - hours * HOUR;
  const days = (n: number): number => ago(24 * n + 1);
  return {
    case: {
      id: "",
      cells: {
        category: kindOf("category", seed),
        cause: kindOf("cause", seed >> 1),
        acceptedAt: ago(30 + 23 * seed),
        filedAt: pick([null, ago(2)], seed),
        amount: 700 * seed,
        decision: pick(["罚款", "警告", "行政拘留"], seed),
      },
    },
    measures: list("m", 5, (i) => {
      const startedAt = days(25 + 37 * ((i + seed) % 16));
      return {
        kind: kindOf("measures", i + seed),
        approvedBy: kindOf("approvedBy", i * 2 + seed),
        startedAt,
        endedAt: pick([null, startedAt + 20 * HOUR, null], i + seed),
        person: `p${i + 1}`,
      };
    }),
    interviews: list("i", 8, (i) => ({
      kind: kindOf("interviews", i + seed),
      subjectRole: kindOf("subjectRole", i + (seed >> 1)),
      placeKind: kindOf("placeKind", i * 3 + seed),
      askers: pick([["甲", "乙"], ["甲"], ["甲", "乙", "丙"]], i + seed),
      round: 1 + ((i + seed) % 5),
      startedAt: ago(20 + i),
      arrivedAt: ago(pick([6, 10, 30, 70], i + seed)),
      leftAt: pick([ago(2), null], i + (seed >> 2)),
      minor: pick(["否", "是"], i + seed),
      guardianPresent: pick(["否", "是", "否"], i),
    })),
    property: list("w", 10, (i) => ({
      kind: kindOf("property", i + seed),
      action: kindOf("action", i * 5 + seed),
      quantity: pick([1, 5, 20], i),
      seizedAt: ago(pick([10, 26, 50, 90], i + seed)),
      storedAt: pick([ago(5), null], i + seed),
      listNumber: pick([null, `K${i}`], i + (seed >> 1)),
    })),
    documents: list("d", 20, (i) => ({
      kind: documentOf(7 * i + seed),
      person: `p${1 + ((i + seed) % 5)}`,
    })),
  };
}

const MONTHS = 24;

/** The last instant (ms) for which `months` have passed by `now`: the end is never earlier for a later beginning. */
function lastBegin(now: number, months: number): number {
  let day = addMonths(dayOf(now), -months) + 3;
  while (endOfDay(addMonths(day, months)) >= now) day--;
  return endOfDay(day);
}

const AGO = Object.fromEntries(
  Array.from({ length: MONTHS }, (_, i) => [`m${i + 1}`, lastBegin(NOW, i + 1)]),
);

/** The same case for engines that know nothing of the dictionary. */
export function plainCase(sheet: FactSheet): Plain {
  const cells = (of: ElementList | undefined): readonly Cells[] => (of?.items ?? []).map((one) => one.cells);
  return {
    now: NOW,
    ago: AGO,
    case: sheet.case?.cells ?? {},
    measures: cells(sheet.measures),
    interviews: cells(sheet.interviews),
    property: cells(sheet.property),
    documents: cells(sheet.documents),
  };
}
