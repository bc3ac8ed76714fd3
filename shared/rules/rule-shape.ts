// The shape of a rule as it is written and sent: every key known, every text within bounds.
import * as v from "valibot";
import { nearest } from "../dictionary/nearest.ts";
import { accepted, type Result, refused } from "../facts/errors.ts";
import type { Rule } from "./rule.ts";
import { STAGES } from "./stages.ts";

export const COUNTS = [
  "hours",
  "criminal-days",
  "custody-hours",
  "custody-days",
  "custody-months",
  "admin-days",
  "workdays",
  "months",
  "at-once",
] as const;

export const ELEMENTS = [
  "case",
  "incident",
  "dossier",
  "persons",
  "measures",
  "interviews",
  "documents",
  "approvals",
  "recordings",
  "venues",
  "property",
  "interferences",
  "examinations",
  "requests",
  "penalties",
] as const;

const line = v.pipe(v.string(), v.trim(), v.nonEmpty("不能是空的"), v.maxLength(400));
const condition = v.pipe(v.string(), v.maxLength(4_000));
const path = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z]+(\.[A-Za-z]+)?$/, "应为字段名，如 startedAt 或 case.acceptedAt"),
);
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, "应为 YYYY-MM-DD"));
const lines = v.pipe(v.array(line), v.maxLength(40));

export const basisShape = v.strictObject({
  statute: line,
  edition: day,
  kinds: v.optional(lines),
  article: line,
  quote: v.optional(line),
  since: v.optional(day),
});

const stopKeys = {
  from: v.optional(path),
  until: v.optional(path),
  hours: v.optional(path),
  in: v.optional(v.picklist(ELEMENTS)),
  same: v.optional(v.record(path, path)),
  say: v.optional(line),
};
const pairKeys = {
  with: v.picklist(ELEMENTS),
  same: v.optional(v.record(path, path)),
  at: v.optional(path),
  or: v.optional(v.record(path, path)),
  shown: v.optional(path),
  over: v.optional(v.strictObject({ from: path, until: path, ourFrom: path, ourUntil: path })),
};
const paths = v.pipe(v.array(path), v.minLength(1), v.maxLength(6));
const clashActKeys = {
  in: v.picklist(ELEMENTS),
  who: paths,
  from: path,
  until: path,
  alike: v.optional(paths),
};
const clashAct = v.strictObject({ ...clashActKeys, where: v.optional(condition), most: line });
const restartKeys = { from: path, say: line };

const clockKeys = {
  from: path,
  count: v.picklist(COUNTS),
  until: v.optional(path),
  begun: v.optional(v.boolean()),
};

export const exampleShape = v.strictObject({
  title: line,
  given: v.record(v.string(), v.unknown()),
  now: v.pipe(v.string(), v.maxLength(40)),
  expect: v.picklist(["met", "moot", "due", "breached", "unknown"]),
  missing: v.optional(line),
  on: v.optional(line),
  colour: v.optional(v.picklist(["green", "blue", "yellow", "orange", "red", "grey"])),
});

/** The keys that a rule and its packed form share. */
export const sharedKeys = {
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "应为小写英文加连字符"), v.maxLength(64)),
  title: line,
  titleDue: v.optional(line),
  why: v.optional(line),
  stage: v.picklist(STAGES.map(({ id }) => id)),
  weight: v.picklist(["red-line", "serious", "reminder"]),
  audience: v.picklist(["officer", "legal"]),
  status: v.picklist(["draft", "shadow", "trial", "live", "retired"]),
  basis: v.pipe(v.array(basisShape), v.maxLength(12)),
  act: v.pipe(v.string(), v.regex(/^(continuing|[A-Za-z]+(\.[A-Za-z]+)?)$/, "应为 continuing 或字段名")),
  each: v.optional(v.picklist(ELEMENTS)),
  attest: v.optional(v.strictObject({ say: line })),
  scope: v.optional(v.literal("unit")),
  marker: v.optional(path),
  pages: v.optional(lines),
  elsewhere: v.optional(v.pipe(lines, v.minLength(1))),
  kinds: v.optional(lines),
  gate: v.optional(v.picklist(["none", "soft", "hard"])),
  quiet: v.optional(v.boolean()),
  needs: v.optional(line),
  fix: line,
  guide: v.optional(v.pipe(v.string(), v.maxLength(4_000))),
  template: v.optional(v.pipe(v.string(), v.maxLength(4_000))),
  owner: line,
  reviewBy: day,
} as const;

export const ruleShape = v.strictObject({
  ...sharedKeys,
  when: v.optional(condition),
  unless: v.optional(v.pipe(v.array(v.strictObject({ when: condition, say: line })), v.maxLength(12))),
  clock: v.optional(
    v.strictObject({ ...clockKeys, limit: line, warn: v.pipe(v.array(line), v.maxLength(6)) }),
  ),
  require: v.optional(condition),
  extend: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          to: v.optional(line),
          add: v.optional(line),
          when: v.optional(condition),
          approver: line,
        }),
      ),
      v.maxLength(6),
    ),
  ),
  pair: v.optional(v.strictObject({ ...pairKeys, where: v.optional(condition) })),
  clash: v.optional(
    v.strictObject({
      acts: v.pipe(v.array(clashAct), v.minLength(1), v.maxLength(6)),
      within: v.optional(clashAct),
      slack: v.optional(line),
    }),
  ),
  restart: v.optional(
    v.pipe(v.array(v.strictObject({ ...restartKeys, when: v.optional(condition) })), v.maxLength(4)),
  ),
  stop: v.optional(
    v.pipe(v.array(v.strictObject({ ...stopKeys, where: v.optional(condition) })), v.maxLength(8)),
  ),
  examples: v.pipe(v.array(exampleShape), v.maxLength(60)),
});

/** Keys of a packed clock that are the same as written. */
export const packedClockKeys = clockKeys;
export const packedPairKeys = pairKeys;
export const packedClashActKeys = clashActKeys;
export const packedRestartKeys = restartKeys;
export const packedStopKeys = stopKeys;

/** A rule read from a document, or `bad-rule` naming the key and, for an unknown one, the nearest known. */
export function readRule(input: unknown): Result<Rule> {
  const read = v.safeParse(ruleShape, input);
  if (read.success) return accepted(read.output as Rule);
  const issue = read.issues[0];
  const at = v.getDotPath(issue) ?? "";
  return refused("bad-rule", `${at === "" ? "规则" : at}：${saidOf(issue)}`, at);
}

function saidOf(issue: v.BaseIssue<unknown>): string {
  const key = issue.path?.at(-1)?.key;
  if (issue.type === "strict_object" && issue.expected === "never") {
    const near = nearest(String(key), Object.keys(ruleShape.entries));
    return `没有这个键${near === undefined ? "" : `，是不是 ${near}`}`;
  }
  if (issue.received === "undefined") return "缺少这一项";
  if (issue.type === "picklist") return `“${String(issue.input)}”不可用；可用：${issue.expected}`;
  return `${issue.message}（读到 ${issue.received}）`;
}
