// Checks one rule against dictionary, law and calendar, answering its packed form; the same at build and at publishing.
import { fieldOf } from "../dictionary/dictionary.ts";
import type { ElementId } from "../dictionary/field.ts";
import { nearest, nearestField } from "../dictionary/nearest.ts";
import { accepted, type Refusal, type Result, refused } from "../facts/errors.ts";
import { statuteOf } from "../law/edition.ts";
import type { Statute } from "../law/statute.ts";
import { limitFits, parseLimit } from "../time/limit.ts";
import type { Count, Limit } from "../time/period.ts";
import { checkCondition } from "./check-condition.ts";
import { isWarning } from "./colour.ts";
import { fieldAt } from "./names.ts";
import type { PackedRule } from "./pack.ts";
import type { Rule } from "./rule.ts";
import { OWN, parseTemplate } from "./template.ts";
import type { Tree } from "./tree.ts";

/** Carries a refusal out of the depth of a check; never leaves this file. */
class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

const fail = (message: string, at: string): never => {
  const refusal = refused("bad-rule", message, at);
  throw new Refused(refusal.ok ? { code: "bad-rule", message } : refusal.refusal);
};

const taken = <T>(result: Result<T>, at: string): T => {
  if (result.ok) return result.value;
  return fail(
    result.refusal.message.startsWith(at) ? result.refusal.message : `${at}：${result.refusal.message}`,
    at,
  );
};

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
  checkFields(rule, each);
  if (rule.clock === undefined && rule.require === undefined && rule.attest === undefined) {
    fail("规则要有 clock、require 或者 attest 之一", "clock");
  }
  const editions = rule.basis.map(({ edition }) => edition);
  const tree = (text: string | undefined, at: string): Tree | undefined =>
    text === undefined ? undefined : taken(checkCondition(text, { each, editions, at }), at);
  const { examples: _, when, require, unless, extend, clock, ...rest } = rule;
  const whenTree = tree(when, "when");
  const requireTree = tree(require, "require");
  return {
    ...rest,
    source: { ...(when === undefined ? {} : { when }), ...(require === undefined ? {} : { require }) },
    ...(whenTree && { when: whenTree }),
    ...(requireTree && { require: requireTree }),
    ...(unless && {
      unless: unless.map((one, i) => ({ say: one.say, when: tree(one.when, `unless[${i}].when`)! })),
    }),
    ...(extend && {
      extend: extend.map((one, i) => {
        const to = limitOf(one.to, `extend[${i}].to`, rule.clock?.count);
        const granted = tree(one.when, `extend[${i}].when`);
        return granted === undefined
          ? { approver: one.approver, to }
          : { approver: one.approver, to, when: granted };
      }),
    }),
    ...(clock && {
      clock: {
        ...clock,
        limit: limitOf(clock.limit, "clock.limit", clock.count),
        warn: clock.warn.map((one, i) => warningOf(one, `clock.warn[${i}]`)),
      },
    }),
  };
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

/** Every field named outside CEL is there, and those of a clock and of the act are dates. */
function checkFields(rule: Rule, each: ElementId): void {
  const dates: [string | undefined, string][] = [
    [rule.clock?.from, "clock.from"],
    [rule.clock?.until, "clock.until"],
    [rule.act === "continuing" ? undefined : rule.act, "act"],
    ...(rule.stop ?? []).flatMap(({ from, until }, i): [string, string][] => [
      [from, `stop[${i}].from`],
      [until, `stop[${i}].until`],
    ]),
  ];
  for (const [path, at] of [...dates, [rule.marker, "marker"] as const]) {
    if (path === undefined) continue;
    const found = fieldAt(each, path);
    if (found === undefined) fail(`${at}：${noField(each, path)}`, at);
    else if (at !== "marker" && !["instant", "day"].includes(found.field.type.is)) {
      fail(`${at}：${path}（${found.field.label}）不是时间`, at);
    }
  }
  if (rule.why !== undefined) checkTemplate(rule.why, each);
  if (rule.extend !== undefined && rule.clock === undefined) fail("extend 要和 clock 一起写", "extend");
  if (rule.stop !== undefined && rule.clock === undefined) fail("stop 要和 clock 一起写", "stop");
  const category = fieldOf("case", "category")?.type;
  const values = category?.is === "choice" ? category.values : [];
  for (const kind of [...(rule.kinds ?? []), ...rule.basis.flatMap(({ kinds }) => kinds ?? [])]) {
    if (!values.includes(kind)) fail(`kinds：案件类别没有“${kind}”；可用：${values.join("、")}`, "kinds");
  }
}

function noField(each: ElementId, path: string): string {
  const [head, tail] = path.split(".");
  const near = tail === undefined ? nearestField(each, path) : nearestField(head!, tail);
  return `没有字段 ${path}${near === undefined ? "" : `，是不是 ${near}`}`;
}

function checkTemplate(text: string, each: ElementId): void {
  try {
    parseTemplate(text, each);
  } catch (error) {
    const slot = error instanceof Error ? error.message : String(error);
    fail(`why：不认识 ${slot}；可写字段名、police(字段)、size(字段) 和 ${OWN.join("、")}`, "why");
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
