// Routes of the ledger as a whole: its export for the audit duty, and what the unit above witnesses.
import * as v from "valibot";
import { route } from "../route.ts";

const count = v.pipe(v.string(), v.regex(/^\d{1,12}$/));

export const ledgerRoutes = {
  exportLedger: route({
    method: "GET",
    path: "/v1/ledger-export",
    roles: ["auditor"],
    say: "分页导出单位台账;第一页不带 to,其后各页的 to 用第一页答复的 size,各页文本依次相连就是导出文件",
    query: v.strictObject({
      from: count,
      to: v.optional(count),
      /** A unit of the caller's subtree; the caller's own when left out. */
      unit: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(120))),
    }),
    reply: v.strictObject({
      text: v.string(),
      /** Where the next page begins; null after the last. */
      next: v.nullable(v.number()),
      size: v.number(),
    }),
  }),
  witnesses: route({
    method: "GET",
    path: "/v1/witnesses",
    roles: ["leader", "admin", "auditor"],
    say: "上级单位对本单位台账的见证,本单位对下级单位台账的见证;有矛盾的写明单位和原因",
    reply: v.strictObject({
      above: v.nullable(
        v.strictObject({
          unit: v.string(),
          /** Size that was signed last. */
          size: v.number(),
          at: v.string(),
          /** The line that stands below the checkpoint's own signature. */
          cosignature: v.string(),
          why: v.nullable(v.string()),
        }),
      ),
      below: v.array(
        v.strictObject({ unit: v.string(), size: v.number(), at: v.string(), why: v.nullable(v.string()) }),
      ),
    }),
  }),
} as const;
