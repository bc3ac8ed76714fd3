// Checks a rule over all cases of a unit: what it names is there, and it asks by a clash or by a pair and nothing else.
import type { ElementId } from "../../dictionary/field.ts";
import { checkDate, checkKinds, checkList, checkTemplate } from "../check-fields.ts";
import { fieldAt } from "../names.ts";
import { fail, noField } from "../refuse-rule.ts";
import type { Clash, ClashAct, Pair, Rule } from "../rule.ts";

export function checkUnitFields(rule: Rule, each: ElementId): void {
  const { clash, pair, clock } = rule;
  if ((clash === undefined) === (pair === undefined)) fail("scope: unit 要写 clash 或者 pair 之一", "scope");
  checkDate(each, rule.act === "continuing" ? undefined : rule.act, "act");
  checkField(each, rule.marker, "marker");
  if (rule.why !== undefined) checkTemplate(rule.why, each);
  checkKinds(rule);
  for (const key of ["extend", "stop", "restart", "attest", "require"] as const) {
    if (rule[key] !== undefined) fail(`${key} 不能和 scope: unit 一起写`, key);
  }
  if (clash !== undefined) checkClash(rule, clash, each);
  if (pair === undefined) return;
  checkDate(each, clock?.from, "clock.from");
  if (clock?.until !== undefined) fail("clock.until 和 pair 只能写一个：期限由哪一个结束", "clock.until");
  if (clock !== undefined && pair.at === undefined) {
    fail("pair.at：和 clock 一起写时，要写明它的时间字段", "pair.at");
  }
  checkTies(pair, each);
}

function checkClash(rule: Rule, clash: Clash, each: ElementId): void {
  for (const key of ["when", "clock", "unless"] as const) {
    if (rule[key] !== undefined) fail(`${key} 不能和 clash 一起写；条件写在 clash.acts 的 where 里`, key);
  }
  if (clash.acts[0]?.in !== each) fail("clash.acts 的第一行要和 each 是同一种要素", "clash.acts");
  for (const [i, act] of clash.acts.entries()) checkAct(act, `clash.acts[${i}]`);
  if (clash.within !== undefined) checkAct(clash.within, "clash.within");
}

function checkAct(act: ClashAct, at: string): void {
  checkList(act.in, `${at}.in`);
  checkDate(act.in, act.from, `${at}.from`);
  checkDate(act.in, act.until, `${at}.until`);
  for (const path of [...act.who, ...(act.alike ?? [])]) checkField(act.in, path, at);
}

function checkTies(pair: Pair, each: ElementId): void {
  checkDate(pair.with, pair.at, "pair.at");
  if (pair.same === undefined) fail("pair.same：要写明两边凭哪个字段对应，如 case.number", "pair.same");
  for (const [theirs, ours] of [pair.same, pair.or].flatMap((tie) => Object.entries(tie ?? {}))) {
    checkField(pair.with, theirs, "pair.same");
    checkField(each, ours, "pair.same");
  }
  checkField(each, pair.shown, "pair.shown");
  checkDate(pair.with, pair.over?.from, "pair.over.from");
  checkDate(pair.with, pair.over?.until, "pair.over.until");
  checkDate(each, pair.over?.ourFrom, "pair.over.ourFrom");
  checkDate(each, pair.over?.ourUntil, "pair.over.ourUntil");
}

function checkField(on: ElementId, path: string | undefined, at: string): void {
  if (path !== undefined && fieldAt(on, path) === undefined) fail(`${at}：${noField(on, path)}`, at);
}
