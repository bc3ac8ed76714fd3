// Checks one rule against dictionary, law and calendar, answering its packed form; the same at build and at publishing.
import type { ElementId } from "../dictionary/field.ts";
import { nearest } from "../dictionary/nearest.ts";
import { accepted, type Result } from "../facts/errors.ts";
import { statuteOf } from "../law/edition.ts";
import type { Statute } from "../law/statute.ts";
import { limitFits, parseLimit } from "../time/limit.ts";
import type { Count, Limit } from "../time/period.ts";
import { checkCondition } from "./check-condition.ts";
import { checkFields } from "./check-fields.ts";
import { isWarning } from "./colour.ts";
import type { PackedRule } from "./pack.ts";
import { fail, Refused, taken } from "./refuse-rule.ts";
import type { Clash, ClashAct, Extension, Rule } from "./rule.ts";
import type { Tree } from "./tree.ts";

/** The rule with its conditions as trees and its limits as numbers, or `bad-rule` saying what to mend and where. */
export function packRule(rule: Rule, statutes: readonly Statute[]): Result<PackedRule> {
  try {
    return accepted(packed(rule, statutes));
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

function packed(rule: Rule, statutes: readonly Statute[]): PackedRule {
  const each = rule.each ?? "case";
  checkBasis(rule, statutes);
  checkReady(rule);
  checkElsewhere(rule);
  checkFields(rule, each);
  const { examples: _, when, require, unless, extend, clock, pair, restart, stop, clash, ...rest } = rule;
  if (![clock, require, pair, clash, rule.attest].some((one) => one !== undefined)) {
    fail("规则要有 clock、require、pair 或者 attest 之一", "clock");
  }
  const editions = rule.basis.map(({ edition }) => edition);
  const treeOn = (on: typeof each, text: string | undefined, at: string): Tree | undefined =>
    text === undefined ? undefined : taken(checkCondition(text, { each: on, editions, at }), at);
  const tree = (text: string | undefined, at: string) => treeOn(each, text, at);
  const whole: Record<string, unknown> = {
    ...rest,
    when: tree(when, "when"),
    require: tree(require, "require"),
    unless: unless?.map((one, i) => ({ say: one.say, when: tree(one.when, `unless[${i}].when`) })),
    extend: extend?.map((one, i) =>
      given({
        approver: one.approver,
        ...stepOf(one, `extend[${i}]`, clock?.count),
        when: tree(one.when, `extend[${i}].when`),
      }),
    ),
    clock: clock && {
      ...clock,
      limit: limitOf(clock.limit, "clock.limit", clock.count),
      warn: clock.warn.map((one, i) => warningOf(one, `clock.warn[${i}]`)),
    },
    pair: pair && given({ ...pair, where: treeOn(pair.with, pair.where, "pair.where") }),
    clash: clash && packedClash(clash, treeOn),
    restart: restart?.map((one, i) => given({ ...one, when: tree(one.when, `restart[${i}].when`) })),
    stop: stop?.map((one, i) =>
      given({ ...one, where: treeOn(one.in ?? each, one.where, `stop[${i}].where`) }),
    ),
  };
  return given(whole) as unknown as PackedRule;
}

/** Without the keys that have no value, so that a packed rule is the same before and after JSON. */
const given = <T extends object>(keys: T): T =>
  Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== undefined)) as T;

function stepOf({ to, add }: Extension, at: string, count: Count | undefined): { to?: Limit; add?: Limit } {
  if (to !== undefined && add === undefined) return { to: limitOf(to, `${at}.to`, count) };
  if (add !== undefined && to === undefined) return { add: limitOf(add, `${at}.add`, count) };
  return fail(`${at}：写 to（自起算日起共多久）或者 add（自上一段届满起再加多久）之一`, at);
}

function packedClash(
  clash: Clash,
  treeOn: (on: ElementId, text: string | undefined, at: string) => Tree | undefined,
): unknown {
  const act = (one: ClashAct, at: string) =>
    given({
      ...one,
      where: treeOn(one.in, one.where, `${at}.where`),
      most: warningOf(one.most, `${at}.most`),
    });
  return given({
    acts: clash.acts.map((one, i) => act(one, `clash.acts[${i}]`)),
    within: clash.within && act(clash.within, "clash.within"),
    slack: clash.slack === undefined ? undefined : warningOf(clash.slack, "clash.slack"),
  });
}

/** A template that waits for a local value, and a rule without a basis, are drafts and nothing else. */
function checkReady({ status, basis, needs }: Rule): void {
  if (status === "draft" && needs !== undefined) return;
  if (needs !== undefined && status !== "retired") {
    fail(`needs：这条规则还在等待本地值（${needs}）。填好以后删去 needs 再上线`, "needs");
  }
  if (basis.length === 0) fail("basis：至少写一条依据；没有依据的只能是写明 needs 的草稿", "basis");
}

/** Another page is one that `pages` does not name, and speaks of one case. */
function checkElsewhere({ pages, elsewhere, scope }: Rule): void {
  if (elsewhere === undefined) return;
  if (pages === undefined)
    fail("elsewhere 要和 pages 一起写：没有 pages 的规则在哪个页面都显示", "elsewhere");
  if (scope === "unit") fail("elsewhere：跨案件的规则不能写，它不在页面上显示", "elsewhere");
  const twice = elsewhere.find((page, i) => pages?.includes(page) === true || elsewhere.indexOf(page) !== i);
  if (twice !== undefined) fail(`elsewhere：页面 ${twice} 写了两次`, "elsewhere");
}

function checkBasis(rule: Rule, statutes: readonly Statute[]): void {
  for (const [i, basis] of rule.basis.entries()) {
    const at = `basis[${i}]`;
    const statute = statuteOf(statutes, basis.statute);
    if (statute === undefined) {
      const near = nearest(
        basis.statute,
        statutes.map(({ title }) => title),
      );
      fail(
        `${at}：没有收录《${basis.statute}》${near === undefined ? "" : `，是不是《${near}》`}`,
        `${at}.statute`,
      );
    } else if (!statute.editions.some(({ edition }) => edition === basis.edition)) {
      const known = statute.editions.map(({ edition }) => edition).join("、");
      fail(`${at}：《${basis.statute}》没有 ${basis.edition} 这一版；收录的有 ${known}`, `${at}.edition`);
    }
  }
}

function limitOf(text: string, at: string, count: Count | undefined): Limit {
  const limit = taken(parseLimit(text), at);
  if (count !== undefined && !limitFits(limit, count)) fail(`${at}：${count} 不能数 ${text}`, at);
  return limit;
}

function warningOf(text: string, at: string): Limit {
  const limit = taken(parseLimit(text), at);
  return isWarning(limit) ? limit : fail(`${at}：提前量要用 minutes、hours 或 days`, at);
}
