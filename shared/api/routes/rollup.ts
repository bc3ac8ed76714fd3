// Routes of the numbers that climb the tree: reading them, and units that report from one deployment to another.
import * as v from "valibot";
import { TallyShape } from "../../rollup/counts.ts";
import { Below } from "../../rollup/report.ts";
import type { Role } from "../route.ts";
import { route } from "../route.ts";
import { short } from "./bounds.ts";

const watchers: readonly Role[] = ["legal", "leader", "admin", "auditor"];
const date = v.pipe(v.string(), v.isoDate());

/** A unit right below, as its own reports tell. */
export const RollupChild = v.strictObject({
  unit: v.string(),
  unitName: v.string(),
  /** It has an own deployment: only its sums are known here, not the units below it. */
  elsewhere: v.boolean(),
  closed: v.boolean(),
  /** When its last report came (ms); null when it has never reported. */
  reportedAt: v.nullable(v.number()),
  /** Never reported, or not for a day. */
  silent: v.boolean(),
  /** Units below it in this deployment, by the org tree; those that have reported stand in `below`. */
  units: v.number(),
  below: Below,
  counts: TallyShape,
});
export type RollupChild = v.InferOutput<typeof RollupChild>;

const Node = v.strictObject({ url: v.string(), unit: v.string(), name: v.string(), child: v.string() });

export const rollupRoutes = {
  rollup: route({
    method: "GET",
    path: "/v1/rollup",
    roles: watchers,
    say: "本单位及其下级的指标:按日、按规则、按直接下级单位;只有数,没有人",
    query: v.strictObject({
      /** First and last day (+08:00), at most 92 days. */
      from: date,
      to: date,
      /** A unit of the caller's subtree; the caller's own when left out. */
      unit: v.optional(short),
    }),
    reply: v.strictObject({
      unit: v.string(),
      unitName: v.string(),
      /** The units from the caller's own down to this one. */
      path: v.array(v.strictObject({ unit: v.string(), unitName: v.string() })),
      from: v.string(),
      to: v.string(),
      at: v.number(),
      days: v.array(v.strictObject({ day: v.string(), counts: TallyShape })),
      rules: v.array(v.strictObject({ rule: v.string(), counts: TallyShape })),
      total: TallyShape,
      /** Of the cases that the unit handles itself. */
      own: TallyShape,
      children: v.array(RollupChild),
      /** The unit of another deployment to which this one reports. */
      node: v.nullable(Node),
      /** How its own reporting stands; null at the top. */
      sending: v.nullable(
        v.strictObject({
          sentAt: v.nullable(v.number()),
          waiting: v.boolean(),
          parked: v.boolean(),
          error: v.nullable(v.string()),
        }),
      ),
    }),
  }),
  addRollupChild: route({
    method: "POST",
    path: "/v1/rollup/children",
    roles: ["admin"],
    say: "为另一套部署里的下级单位发一次性登记码,有效七天",
    body: v.strictObject({ id: short, name: short }),
    reply: v.strictObject({ code: v.string(), until: v.number() }),
  }),
  endRollupChild: route({
    method: "POST",
    path: "/v1/rollup/children/:id/end",
    roles: ["admin"],
    say: "不再接收另一套部署里的下级单位的上报,它的数不再计入",
    body: v.strictObject({}),
    reply: v.strictObject({ ok: v.literal(true) }),
  }),
  joinRollupParent: route({
    method: "POST",
    path: "/v1/rollup/parent",
    roles: ["admin"],
    say: "用上级给的登记码登记:本平台最上级单位的指标从此报给另一套部署里的上级单位",
    body: v.strictObject({ url: v.pipe(v.string(), v.minLength(1), v.maxLength(400)), code: short }),
    reply: v.strictObject({ node: Node }),
  }),
  leaveRollupParent: route({
    method: "POST",
    path: "/v1/rollup/parent/end",
    roles: ["admin"],
    say: "不再向另一套部署里的上级单位上报",
    body: v.strictObject({}),
    reply: v.strictObject({ ok: v.literal(true) }),
  }),
  enrolRollup: route({
    method: "POST",
    path: "/v1/rollup/enrol",
    roles: "anyone",
    say: "另一套部署凭一次性登记码登记它的公钥",
    body: v.strictObject({
      code: short,
      key: v.pipe(v.string(), v.regex(/^[0-9a-f]{64,130}$/)),
      line: v.pipe(v.string(), v.maxLength(600)),
    }),
    reply: v.strictObject({ unit: v.string(), name: v.string(), child: v.string() }),
  }),
  reportRollup: route({
    method: "POST",
    path: "/v1/rollup/reports",
    roles: "anyone",
    say: "另一套部署里的下级单位上报指标;以登记的密钥签名,重放、旧版、伪造和未登记的一律拒绝",
    body: v.strictObject({
      to: short,
      text: v.pipe(v.string(), v.maxLength(900_000)),
      line: v.pipe(v.string(), v.maxLength(600)),
    }),
    reply: v.strictObject({ ok: v.literal(true) }),
  }),
} as const;
