// Measures the rules over all cases of a unit at a station's size: 50,000 interviews, 100,000 calls.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Element, ElementList } from "../../shared/facts/sheet.ts";
import { STATUTES } from "../../shared/law/statutes.ts";
import { packRule } from "../../shared/rules/check-rule.ts";
import { judgeUnit } from "../../shared/rules/unit/judge-unit.ts";
import { type PreparedUnitRule, prepareUnit } from "../../shared/rules/unit/prepare-unit.ts";
import type { UnitCase } from "../../shared/rules/unit/unit-case.ts";
import { readRuleYaml } from "../../shared/rules/yaml.ts";
import { basePlan } from "../../shared/time/holidays.ts";
import type { Row } from "./row.ts";

const INTERVIEWS = 50_000;
const INCIDENTS = 100_000;
const CASES = 12_500;
const PAIRS = 150;
const MINUTE = 60_000;
const START = Date.parse("2026-01-05T08:00:00+08:00");
const NOW = Date.parse("2026-11-01T08:00:00+08:00");
const ROUNDS = 5;
const LIMIT = 1_000;

const CATALOGUE = join(import.meta.dirname, "../../shared/rules/catalogue");

function unitRules(): readonly PreparedUnitRule[] {
  const rules = readdirSync(CATALOGUE).flatMap((stage) =>
    readdirSync(join(CATALOGUE, stage)).flatMap((name) => {
      const text = readFileSync(join(CATALOGUE, stage, name), "utf8");
      if (!/^scope: unit$/m.test(text)) return [];
      const rule = readRuleYaml(text, name);
      const packed = rule.ok ? packRule(rule.value, STATUTES) : rule;
      if (!packed.ok) throw new Error(packed.refusal.message);
      return [packed.value];
    }),
  );
  return prepareUnit({ rules, statutes: STATUTES, holidays: basePlan });
}

const list = (items: readonly Element[]): ElementList => ({ items, complete: true });
const person = (n: number): string => n.toString(16).padStart(16, "0");

/** A unit's year: cases with four interviews each, their stays and recordings, and calls of which most became a case. */
function station(interviews = INTERVIEWS, incidents = INCIDENTS): readonly UnitCase[] {
  const count = Math.max(1, Math.round((CASES * interviews) / INTERVIEWS));
  const each = Math.ceil(interviews / count);
  const cases: UnitCase[] = [];
  for (let c = 0; c < count; c++) {
    const items = Array.from({ length: each }, (_, i): Element => {
      const n = c * each + i;
      const pair = n % PAIRS;
      const from = START + (Math.floor(n / PAIRS) * 1_200 + pair * 7) * MINUTE;
      // One interview in a hundred has an officer of another pair, who is in an interview of their own at that time.
      const second = n % 100 === 0 ? (pair + 1) % PAIRS : pair;
      return {
        id: `i${i}`,
        cells: {
          person: person(n % (INTERVIEWS / 2)),
          kind: i % 2 === 0 ? "讯问" : "询问",
          subjectRole: "犯罪嫌疑人",
          askers: [`甲${pair}`, `乙${second}`],
          recorder: [`乙${second}`],
          placeKind: "执法办案场所",
          room: `讯问室${pair}`,
          startedAt: from,
          endedAt: n % 50 === 1 ? undefined : from + (30 + (n % 60)) * MINUTE,
        },
      };
    });
    const times = items.map(({ id, cells }) => ({
      id,
      from: cells.startedAt as number,
      person: String(cells.person),
    }));
    cases.push({
      key: `警综平台:A${c}`,
      sheet: {
        case: {
          id: "",
          cells: {
            number: `A${c}`,
            category: "刑事",
            incidentNumber: c % 40 === 0 ? null : `J${c * 8}`,
            acceptedAt: START + c * 9 * MINUTE,
          },
        },
        interviews: list(items),
        venues: list(
          times.map(({ id, from, person: who }) => ({
            id: `v${id}`,
            cells: { person: who, enteredAt: from - 20 * MINUTE, leftAt: from + 4 * 60 * MINUTE },
          })),
        ),
        recordings: list(
          times.map(({ id, from }) => ({
            id: `r${id}`,
            cells: { of: "讯问", startedAt: from - MINUTE, endedAt: from + 100 * MINUTE },
          })),
        ),
      },
    });
  }
  for (let j = 0; j < incidents; j++) {
    const cells = {
      number: `J${j}`,
      receivedAt: START + Math.floor(j / 8) * 9 * MINUTE - 60 * MINUTE,
      callKind: j % 8 === 0 ? "盗窃" : "纠纷",
      disposalKind: j % 8 === 0 ? "盗窃" : "纠纷",
      disposal: "其他",
      caseNumber: null,
    };
    cases.push({ key: `接处警平台:J${j}`, sheet: { incident: { id: "", cells } } });
  }
  return cases;
}

function timed(
  rules: readonly PreparedUnitRule[],
  cases: readonly UnitCase[],
): { readonly ms: number; readonly found: number } {
  judgeUnit(rules, cases, NOW);
  const times: number[] = [];
  let found = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const from = process.threadCpuUsage();
    found = judgeUnit(rules, cases, NOW).findings.length;
    const { user, system } = process.threadCpuUsage(from);
    times.push((user + system) / 1_000);
  }
  // Time on the processor, and of that the shortest: whatever else the machine does only makes a round longer.
  return { ms: Math.min(...times), found };
}

/** Rows: one pass of every rule of unit scope, and how the time grows when the unit is ten times as large. */
export function unitScopeBench(): readonly Row[] {
  const rules = unitRules();
  const whole = timed(rules, station());
  const tenth = timed(rules, station(INTERVIEWS / 10, INCIDENTS / 10));
  if (whole.found === 0) throw new Error("nothing was found in the unit");
  const growth = whole.ms / tenth.ms;
  return [
    {
      figure: `${rules.length} 条单位规则，${INTERVIEWS} 次询问讯问、${INCIDENTS} 条警情`,
      value: `${whole.ms.toFixed(0)} ms 处理器时间（${whole.found} 处）`,
      budget: `≤ ${LIMIT} ms`,
      held: whole.ms <= LIMIT,
      kind: "budget",
    },
    {
      figure: "单位大十倍时所用时间",
      value: `${growth.toFixed(1)} 倍`,
      budget: "≤ 20 倍",
      held: growth <= 20,
      kind: "goal",
    },
  ];
}
