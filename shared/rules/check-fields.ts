// Checks that every field a rule names outside its conditions is there and of the right kind.
import { elementOf, fieldOf } from "../dictionary/dictionary.ts";
import type { ElementId } from "../dictionary/field.ts";
import { fieldAt, memberOf } from "./names.ts";
import { fail, noField } from "./refuse-rule.ts";
import type { Pair, Rule, Stop } from "./rule.ts";
import { OWN, parseTemplate } from "./template.ts";
import { checkUnitFields } from "./unit/check-unit.ts";

/** Refuses the rule where a field is not there, is no date though a clock needs one, or belongs to no clock. */
export function checkFields(rule: Rule, each: ElementId): void {
  if (rule.scope === "unit") {
    checkUnitFields(rule, each);
    return;
  }
  const { clock, pair } = rule;
  if (rule.clash !== undefined) fail("clash 要和 scope: unit 一起写", "clash");
  for (const key of ["or", "shown", "over"] as const) {
    if (pair?.[key] !== undefined) fail(`pair.${key} 要和 scope: unit 一起写`, `pair.${key}`);
  }
  checkDate(each, clock?.from, "clock.from");
  checkDate(each, clock?.until, "clock.until");
  checkDate(each, rule.act === "continuing" ? undefined : rule.act, "act");
  for (const [i, stop] of (rule.stop ?? []).entries()) {
    checkStop(stop, stop.in ?? each, `stop[${i}]`);
    if (stop.same !== undefined && stop.in === undefined)
      fail(`stop[${i}].same 要和 in 一起写`, `stop[${i}].same`);
    checkTies(stop.same, stop.in ?? each, each, `stop[${i}].same`);
  }
  for (const [i, { from }] of (rule.restart ?? []).entries()) checkDate(each, from, `restart[${i}].from`);
  if (rule.marker !== undefined && fieldAt(each, rule.marker) === undefined) {
    fail(`marker：${noField(each, rule.marker)}`, "marker");
  }
  if (rule.why !== undefined) checkTemplate(rule.why, each);
  if (pair !== undefined) checkPair(pair, each, clock !== undefined);
  if (clock === undefined) {
    for (const key of ["extend", "stop", "restart"] as const) {
      if (rule[key] !== undefined) fail(`${key} 要和 clock 一起写`, key);
    }
  } else if (clock.until === undefined && pair === undefined) {
    fail("clock 要写 until（哪个字段结束它），或者写 pair（哪个行为结束它）", "clock.until");
  } else if (clock.until !== undefined && pair !== undefined) {
    fail("clock.until 和 pair 只能写一个：期限由哪一个结束", "clock.until");
  }
  checkKinds(rule);
}

function checkStop({ in: list, from, until, hours }: Stop, on: ElementId, at: string): void {
  if (list !== undefined) checkList(list, `${at}.in`);
  checkDate(on, from, `${at}.from`);
  checkDate(on, until, `${at}.until`);
  const ends = (from === undefined ? 0 : 1) + (until === undefined ? 0 : 1);
  if (ends !== (hours === undefined ? 2 : 0)) {
    fail(`${at}：写 from 和 until（从哪一刻到哪一刻），或者只写 hours（记录了多少小时）`, at);
  }
  if (hours === undefined) return;
  const found = fieldAt(on, hours);
  if (found === undefined) fail(`${at}.hours：${noField(on, hours)}`, `${at}.hours`);
  else if (found.field.type.is !== "number") {
    fail(`${at}.hours：${hours}（${found.field.label}）不是数字`, `${at}.hours`);
  }
}

function checkPair(pair: Pair, each: ElementId, clocked: boolean): void {
  checkList(pair.with, "pair.with");
  checkDate(pair.with, pair.at, "pair.at");
  if (clocked && pair.at === undefined) fail("pair.at：和 clock 一起写时，要写明它的时间字段", "pair.at");
  checkTies(pair.same, pair.with, each, "pair.same");
}

function checkTies(
  same: Readonly<Record<string, string>> | undefined,
  on: ElementId,
  each: ElementId,
  at: string,
): void {
  for (const [theirs, ours] of Object.entries(same ?? {})) {
    if (memberOf(on, theirs) === undefined) fail(`${at}：${noField(on, theirs)}`, at);
    if (memberOf(each, ours) === undefined && fieldAt(each, ours) === undefined)
      fail(`${at}：${noField(each, ours)}`, at);
  }
}

export function checkList(element: ElementId, at: string): void {
  const kind = elementOf(element);
  if (kind?.cardinality !== "many") fail(`${at}：${element} 不是列表`, at);
}

export function checkDate(each: ElementId, path: string | undefined, at: string): void {
  if (path === undefined) return;
  const found = fieldAt(each, path);
  if (found === undefined) fail(`${at}：${noField(each, path)}`, at);
  else if (!["instant", "day"].includes(found.field.type.is)) {
    fail(`${at}：${path}（${found.field.label}）不是时间`, at);
  }
}

export function checkKinds(rule: Rule): void {
  const category = fieldOf("case", "category")?.type;
  const values = category?.is === "choice" ? category.values : [];
  for (const kind of [...(rule.kinds ?? []), ...rule.basis.flatMap(({ kinds }) => kinds ?? [])]) {
    if (!values.includes(kind)) fail(`kinds：案件类别没有“${kind}”；可用：${values.join("、")}`, "kinds");
  }
}

export function checkTemplate(text: string, each: ElementId): void {
  try {
    parseTemplate(text, each);
  } catch (error) {
    const slot = error instanceof Error ? error.message : String(error);
    fail(`why：不认识 ${slot}；可写字段名、police(字段)、size(字段) 和 ${OWN.join("、")}`, "why");
  }
}
