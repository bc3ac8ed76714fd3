// The shape and size limits of a pack that came from outside.
import * as v from "valibot";
import { compileNow } from "./compile.ts";
import { LEVELS } from "./layers/layer.ts";
import { LIMITS } from "./limits.ts";
import {
  packedClashActKeys,
  packedClockKeys,
  packedPairKeys,
  packedRestartKeys,
  packedStopKeys,
  sharedKeys,
} from "./rule-shape.ts";
import type { Tree } from "./tree.ts";
import { isUrlPattern } from "./url-pattern.ts";

const line = v.pipe(v.string(), v.minLength(1), v.maxLength(1_000));
const text = v.pipe(v.string(), v.maxLength(4_000));
const texts = v.pipe(v.array(line), v.maxLength(200));
const urlPattern = v.pipe(
  line,
  v.check(isUrlPattern, "地址的正则表达式无效，或者可能使页面停住：请去掉重复中的重复"),
);
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));

const OPS = new Set("lit ts dur list var get && || ! ?: exists all call == != < <= > >= in + - *".split(" "));

/** Whether a value is a tree within the node and depth limits, built of known operators only. */
function isTree(value: unknown): value is Tree {
  let nodes = 0;
  const walk = (node: unknown, depth: number): boolean => {
    if (!Array.isArray(node) || typeof node[0] !== "string" || !OPS.has(node[0])) return false;
    if (++nodes > LIMITS.nodes || depth > LIMITS.depth || node.length > LIMITS.items) return false;
    return node
      .slice(1)
      .every((item: unknown) => (Array.isArray(item) ? walk(item, depth + 1) : isLiteral(item)));
  };
  return walk(value, 0);
}

const isLiteral = (value: unknown): boolean =>
  value === null || typeof value === "boolean" || typeof value === "number" || typeof value === "string";

const tree = v.custom<Tree>(isTree, "条件不是有效的语法树");

const limit = v.strictObject({
  amount: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000)),
  unit: v.picklist(["minutes", "hours", "days", "workdays", "months", "years"]),
});

const clashAct = v.strictObject({ ...packedClashActKeys, where: v.optional(tree), most: limit });

const level = v.picklist(LEVELS);
const layerChange = v.strictObject({
  level,
  layer: line,
  key: line,
  was: text,
  is: text,
  reason: line,
  by: v.optional(line),
  author: v.optional(line),
  at: v.optional(line),
  approvedBy: v.optional(texts),
});
const origin = v.strictObject({ level, layer: line, changes: v.pipe(v.array(layerChange), v.maxLength(60)) });

const rule = v.strictObject({
  ...sharedKeys,
  from: v.optional(origin),
  source: v.optional(
    v.strictObject({ when: v.optional(text), require: v.optional(text), pair: v.optional(text) }),
  ),
  when: v.optional(tree),
  require: v.optional(tree),
  unless: v.optional(v.array(v.strictObject({ when: tree, say: line }))),
  extend: v.optional(
    v.array(
      v.strictObject({
        to: v.optional(limit),
        add: v.optional(limit),
        when: v.optional(tree),
        approver: line,
      }),
    ),
  ),
  pair: v.optional(v.strictObject({ ...packedPairKeys, where: v.optional(tree) })),
  clash: v.optional(
    v.strictObject({
      acts: v.pipe(v.array(clashAct), v.minLength(1), v.maxLength(6)),
      within: v.optional(clashAct),
      slack: v.optional(limit),
    }),
  ),
  restart: v.optional(v.array(v.strictObject({ ...packedRestartKeys, when: v.optional(tree) }))),
  stop: v.optional(v.array(v.strictObject({ ...packedStopKeys, where: v.optional(tree) }))),
  clock: v.optional(v.strictObject({ ...packedClockKeys, limit, warn: v.array(limit) })),
});

const checklistKeys = {
  id: line,
  title: line,
  stage: v.exactOptional(line),
  pages: texts,
  kinds: v.exactOptional(texts),
  items: v.pipe(
    v.array(
      v.strictObject({
        id: line,
        say: line,
        how: v.exactOptional(text),
        rule: v.exactOptional(line),
        attest: v.exactOptional(v.boolean()),
      }),
    ),
    v.maxLength(200),
  ),
};

/** A condition over the case that judging can carry out. */
const caseTree = v.pipe(tree, v.check(compiles, "条件不能执行"));

function compiles(value: Tree): boolean {
  try {
    compileNow(value, "case");
    return true;
  } catch {
    return false;
  }
}

/** A checklist as it is written; one out of a pack carries its condition as a tree. */
export const checklistShape = v.strictObject({
  ...checklistKeys,
  when: v.exactOptional(v.union([text, caseTree], "when 要写成条件")),
});

const packedChecklist = v.strictObject({ ...checklistKeys, when: v.exactOptional(caseTree) });

const codeTables = v.pipe(
  v.array(
    v.strictObject({
      field: line,
      values: v.pipe(
        v.record(v.pipe(v.string(), v.minLength(1), v.maxLength(60)), line),
        v.check((values) => Object.keys(values).length <= 2_000, "一张代码表最多 2000 个代码"),
      ),
    }),
  ),
  v.maxLength(60),
);

const page = v.strictObject({
  id: line,
  label: line,
  url: v.optional(urlPattern),
  heading: v.optional(line),
  css: v.optional(line),
  element: v.optional(sharedKeys.each.wrapped),
  roots: v.optional(v.array(v.strictObject({ css: line, element: sharedKeys.each.wrapped }))),
  corrections: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          label: v.optional(line),
          css: v.optional(line),
          field: v.pipe(v.string(), v.maxLength(100)),
        }),
      ),
      v.maxLength(400),
    ),
  ),
  codeTables: v.optional(codeTables),
  shows: v.optional(v.array(line)),
  ignore: v.optional(texts),
  submits: v.optional(
    v.array(v.strictObject({ css: v.optional(line), text: v.optional(line), held: v.boolean() })),
  ),
});

export const profileShape = v.strictObject({
  id: line,
  name: line,
  match: v.pipe(v.array(urlPattern), v.maxLength(200)),
  platform: line,
  officer: v.optional(v.strictObject({ css: line, pattern: urlPattern })),
  codeTables: v.optional(codeTables),
  pages: v.pipe(v.array(page), v.maxLength(200)),
});

const statute = v.strictObject({
  title: line,
  short: line,
  editions: v.array(v.strictObject({ edition: day, from: day, until: v.optional(day), label: line })),
});

export const packShape = v.strictObject({
  format: v.literal(1),
  issuer: line,
  revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
  label: line,
  publishedAt: line,
  rules: v.pipe(v.array(rule), v.maxLength(LIMITS.rules)),
  checklists: v.pipe(v.array(packedChecklist), v.maxLength(200)),
  profiles: v.pipe(v.array(profileShape), v.maxLength(200)),
  statutes: v.pipe(v.array(statute), v.maxLength(500)),
  holidays: v.strictObject({
    years: v.array(v.pipe(v.number(), v.integer())),
    off: v.record(day, line),
    work: v.array(day),
  }),
  layers: v.optional(v.array(v.strictObject({ level, layer: line, hash: line }))),
});
