// The shape of a layer as a unit sends or writes it: every key known, every text within bounds.
import * as v from "valibot";
import { accepted, type Result, refused } from "../../facts/errors.ts";
import { basisShape, COUNTS, ruleShape } from "../rule-shape.ts";
import type { Layer, LayerChange } from "./layer.ts";

const line = v.pipe(v.string(), v.trim(), v.nonEmpty("不能是空的"), v.maxLength(400));
const title = v.pipe(
  line,
  v.check((text) => [...text].length <= 22, "标题不超过 22 字"),
);
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, "应为 YYYY-MM-DD"));

const statute = v.strictObject({
  title: line,
  short: line,
  editions: v.pipe(
    v.array(v.strictObject({ edition: day, from: day, until: v.optional(day), label: line })),
    v.minLength(1),
    v.maxLength(20),
  ),
});

const configure = v.strictObject({
  limit: v.optional(line),
  count: v.optional(v.picklist(COUNTS)),
  warn: v.optional(v.pipe(v.array(line), v.maxLength(6))),
  basis: v.pipe(v.array(basisShape), v.minLength(1, "要写本地依据"), v.maxLength(12)),
  when: v.optional(v.pipe(v.string(), v.maxLength(4_000))),
  title: v.optional(title),
  titleDue: v.optional(title),
  status: v.optional(v.picklist(["shadow", "trial", "live"])),
});

const change = v.strictObject({
  rule: line,
  reason: line,
  by: v.optional(line),
  author: v.optional(line),
  at: v.optional(line),
  tighten: v.optional(v.record(v.string(), v.unknown())),
  configure: v.optional(configure),
  off: v.optional(v.literal(true)),
  approvedBy: v.optional(v.pipe(v.array(line), v.maxLength(6))),
});

const layerShape = v.strictObject({
  level: v.picklist(["province", "city", "bureau", "station"]),
  name: line,
  author: line,
  statutes: v.optional(v.pipe(v.array(statute), v.maxLength(100))),
  changes: v.optional(v.pipe(v.array(change), v.maxLength(2_000)), []),
  add: v.optional(v.pipe(v.array(ruleShape), v.maxLength(500)), []),
});

/** A layer read from a document, or `bad-layer` naming the place. `file` is put in front where it is known. */
export function readLayer(input: unknown, file = ""): Result<Layer> {
  const before = file === "" ? "" : `${file}：`;
  const read = v.safeParse(layerShape, input);
  if (!read.success) {
    const [issue] = read.issues;
    const at = v.getDotPath(issue) ?? "";
    return refused("bad-layer", `${before}${at === "" ? "分层文件" : at}：${saidOf(issue)}`, at);
  }
  const layer = read.output as Layer;
  const odd = layer.changes.findIndex((one) => kindsOf(one) !== 1);
  if (odd === -1) return accepted(layer);
  const message = `${before}changes[${odd}]（${layer.changes[odd]?.rule}）：tighten、configure、off 写其中一个`;
  return refused("bad-layer", message, `changes[${odd}]`);
}

const kindsOf = ({ tighten, configure: filled, off }: LayerChange): number =>
  [tighten, filled, off].filter((one) => one !== undefined).length;

function saidOf(issue: v.BaseIssue<unknown>): string {
  if (issue.type === "strict_object" && issue.expected === "never") return "没有这个键";
  if (issue.received === "undefined")
    return issue.path?.at(-1)?.key === "reason" ? "要写理由（reason）" : "缺少这一项";
  if (issue.type === "picklist") return `“${String(issue.input)}”不可用；可用：${issue.expected}`;
  return `${issue.message}（读到 ${issue.received}）`;
}
