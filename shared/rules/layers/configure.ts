// Fills the local values into a rule that waits for them, so that it goes live.
import { statuteOf } from "../../law/edition.ts";
import type { Statute } from "../../law/statute.ts";
import { limitFits, limitText, parseLimit } from "../../time/limit.ts";
import type { Count, Limit } from "../../time/period.ts";
import { checkCondition } from "../check-condition.ts";
import { isWarning } from "../colour.ts";
import type { PackedRule } from "../pack.ts";
import { Refused } from "../refuse-rule.ts";
import { keyWord, STATUS_WORDS } from "../rule-words.ts";
import type { Tree } from "../tree.ts";
import type { Configure } from "./layer.ts";
import type { Turned } from "./tighten.ts";

const wrong = (key: string, why: string): never => {
  throw new Refused({ code: "bad-layer", message: `${keyWord(key)}：${why}`, at: key });
};

const basisText = (basis: PackedRule["basis"]): string =>
  basis.map(({ statute, article }) => `《${statute}》第${article}条`).join("，") || "无";

/** The template with its local values, and what each changed. Throws `Refused` where a value is missing or wrong. */
export function configured(
  rule: PackedRule,
  values: Configure,
  statutes: readonly Statute[],
): { rule: PackedRule; turned: Turned[] } {
  if (rule.needs === undefined) {
    wrong("configure", "这条规则不等待本地值；要更严请写 tighten");
  }
  checkBasis(values, statutes);
  const { needs: _, ...ready } = rule;
  const turned: Turned[] = [];
  let current: PackedRule = ready;
  const turn = (key: string, keys: Partial<PackedRule>, was: string, is: string): void => {
    current = { ...current, ...keys };
    turned.push({ key, rule: current, was, is });
  };
  turn("basis", { basis: values.basis }, basisText(rule.basis), basisText(values.basis));
  const clock = clockOf(rule, values);
  if (clock !== undefined && rule.clock !== undefined)
    turn("limit", { clock }, `待定（暂写 ${limitText(rule.clock.limit)}）`, limitText(clock.limit));
  if (values.when !== undefined) turn("when", whenOf(rule, values), "模板的适用条件", values.when.trim());
  for (const key of ["title", "titleDue"] as const) {
    const title = values[key];
    if (title !== undefined) turn(key, { [key]: title }, rule[key] ?? "", title);
  }
  const status = values.status ?? "live";
  turn("status", { status }, STATUS_WORDS[rule.status], STATUS_WORDS[status]);
  return { rule: current, turned };
}

function checkBasis({ basis }: Configure, statutes: readonly Statute[]): void {
  for (const { statute, edition } of basis) {
    const found = statuteOf(statutes, statute)?.editions.some((one) => one.edition === edition);
    if (found !== true) {
      wrong("basis", `没有收录《${statute}》${edition} 这一版；本地文件请写进这一层的 statutes`);
    }
  }
}

function clockOf({ clock }: PackedRule, values: Configure): PackedRule["clock"] {
  if (clock === undefined) {
    if ([values.limit, values.count, values.warn].some((one) => one !== undefined))
      wrong("limit", "这条规则没有期限");
    return undefined;
  }
  const count = (values.count as Count | undefined) ?? clock.count;
  const limit = limitOf(values.limit ?? wrong("limit", "要写本地的期限"), "limit");
  if (!limitFits(limit, count)) wrong("limit", `${count} 不能数 ${limitText(limit)}`);
  const warn = values.warn?.map((one) => limitOf(one, "warn")) ?? clock.warn;
  if (!warn.every(isWarning)) wrong("warn", "提前量要用 minutes、hours 或 days");
  return { ...clock, limit, count, warn };
}

function limitOf(text: string, key: string): Limit {
  const limit = parseLimit(text);
  return limit.ok ? limit.value : wrong(key, limit.refusal.message);
}

/** The template's own condition and the local one, both of which have to hold. */
function whenOf(rule: PackedRule, { when = "", basis }: Configure): Partial<PackedRule> {
  const editions = basis.map(({ edition }) => edition);
  const tree = checkCondition(when, { each: rule.each ?? "case", editions, at: "when" });
  if (!tree.ok) return wrong("when", tree.refusal.message);
  const both: Tree = rule.when === undefined ? tree.value : ["&&", rule.when, tree.value];
  return { when: both };
}
