// Routes of reading drift: browsers tell how often page kinds yield their fields, administrators see which no longer do.
import * as v from "valibot";
import { route } from "../route.ts";
import { anyRole, short } from "./bounds.ts";

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));

export const driftRoutes = {
  reportHits: route({
    method: "POST",
    path: "/v1/hits",
    roles: anyRole,
    say: "上报页面字段的读取次数与命中次数;只有档案、页面、字段的代号和数目,不含案件内容",
    body: v.strictObject({
      device: short,
      fields: v.pipe(
        v.array(
          v.strictObject({
            profile: short,
            page: short,
            /** `interviews.askers`. */
            field: short,
            seen: count,
            hit: count,
            /** When it was first not found any more (ms), while it is not. */
            since: v.optional(v.number()),
          }),
        ),
        v.maxLength(500),
      ),
    }),
    reply: v.strictObject({ kept: v.number() }),
  }),
  drift: route({
    method: "GET",
    path: "/v1/drift",
    roles: ["leader", "admin", "auditor"],
    say: "读取漂移:从前读得到、现在读不到的字段,自何时起",
    reply: v.strictObject({
      items: v.array(
        v.strictObject({
          profile: v.string(),
          page: v.string(),
          field: v.string(),
          since: v.number(),
          /** Browsers that say so. */
          devices: v.number(),
          /** Of the last thirty days. */
          seen: v.number(),
          hit: v.number(),
        }),
      ),
    }),
  }),
} as const;
