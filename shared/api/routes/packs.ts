// Routes of packs: the current one, its sources, trying a rule, publishing and approving.
import * as v from "valibot";
import { route } from "../route.ts";
import { SignedPackShape } from "../shapes.ts";
import { everyone, said } from "./bounds.ts";

export const packsRoutes = {
  pack: route({
    method: "GET",
    path: "/v1/pack",
    roles: everyone,
    say: "现行规则包",
    reply: v.strictObject({ pack: SignedPackShape }),
  }),
  packSources: route({
    method: "GET",
    path: "/v1/pack/sources",
    roles: ["admin", "legal"],
    say: "现行规则包的规则、例子和清单原文",
    reply: v.strictObject({
      revision: v.number(),
      label: v.string(),
      rules: v.array(v.unknown()),
      checklists: v.array(v.unknown()),
    }),
  }),
  checkRule: route({
    method: "POST",
    path: "/v1/pack/check",
    roles: ["admin", "legal"],
    say: "检查一条规则并运行其例子,不保存",
    body: v.strictObject({ rule: v.unknown() }),
    reply: v.strictObject({
      ok: v.boolean(),
      refusal: v.optional(
        v.strictObject({ code: v.string(), message: v.string(), at: v.optional(v.string()) }),
      ),
      examples: v.array(
        v.strictObject({
          title: v.string(),
          expect: v.string(),
          got: v.string(),
          pass: v.boolean(),
          hint: v.optional(v.string()),
        }),
      ),
    }),
  }),
  publish: route({
    method: "POST",
    path: "/v1/packs",
    roles: ["admin"],
    say: "发布改动:规则与清单;例子不通过的拒绝",
    body: v.strictObject({
      base: v.number(),
      say: said,
      rules: v.pipe(v.array(v.unknown()), v.maxLength(200)),
      checklists: v.pipe(v.array(v.unknown()), v.maxLength(50)),
    }),
    reply: v.strictObject({
      revision: v.number(),
      label: v.string(),
      hash: v.string(),
      state: v.picklist(["published", "waiting"]),
      approvals: v.number(),
      needed: v.number(),
    }),
  }),
  drafts: route({
    method: "GET",
    path: "/v1/packs/drafts",
    roles: ["admin", "legal", "leader"],
    say: "待批准的发布",
    reply: v.strictObject({
      drafts: v.array(
        v.strictObject({
          id: v.string(),
          by: v.string(),
          byName: v.string(),
          at: v.string(),
          say: v.string(),
          rules: v.array(v.string()),
          checklists: v.array(v.string()),
          approvals: v.array(v.string()),
          needed: v.number(),
        }),
      ),
    }),
  }),
  approve: route({
    method: "POST",
    path: "/v1/packs/drafts/:id/approve",
    roles: ["admin", "legal", "leader"],
    say: "批准发布;起草人除外",
    body: v.strictObject({}),
    reply: v.strictObject({ state: v.picklist(["published", "waiting"]), revision: v.optional(v.number()) }),
  }),
} as const;
