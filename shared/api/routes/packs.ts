// Routes of packs: the one that holds in the member's unit, its sources, trying a rule, publishing and approving.
import * as v from "valibot";
import { route } from "../route.ts";
import { SignedPackShape } from "../shapes.ts";
import { anyRole, said } from "./bounds.ts";

const statutes = v.pipe(v.array(v.unknown()), v.maxLength(100));

export const packsRoutes = {
  pack: route({
    method: "GET",
    path: "/v1/pack",
    roles: anyRole,
    say: "本单位现行的规则包:国家规则加上自上而下各级的一层;只给用来判定的首行,文字按其中的哈希另取一次",
    reply: v.strictObject({ pack: SignedPackShape }),
  }),
  packWords: route({
    method: "GET",
    path: "/v1/pack/words/:hash",
    roles: anyRole,
    say: "本单位现行规则包的文字:标题、事实句、整改和清单的说法,按哈希取,文字不变就不必再取",
    reply: v.strictObject({ words: v.string() }),
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
      /** The unit's own part in them. */
      layer: v.optional(
        v.strictObject({
          unit: v.string(),
          unitName: v.string(),
          level: v.picklist(["province", "city", "bureau", "station"]),
          /** The unit issues the pack itself: its rules and checklists are replaced whole. */
          issues: v.boolean(),
          /** What the units above made of the rules that this unit's layer changes, as written. */
          above: v.array(v.unknown()),
          /** Rules that this unit's layer adds. */
          added: v.array(v.string()),
          /** What of this unit's layer the units above have overtaken. */
          aside: v.array(v.strictObject({ rule: v.string(), code: v.string(), message: v.string() })),
        }),
      ),
    }),
  }),
  checkRule: route({
    method: "POST",
    path: "/v1/pack/check",
    roles: ["admin", "legal"],
    say: "检查一条规则并运行其例子,不保存",
    body: v.strictObject({ rule: v.unknown(), statutes: v.optional(statutes) }),
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
    say: "发布改动:发布单位改规则与清单,其他单位改本单位的一层;例子不通过、放宽红线的拒绝",
    body: v.strictObject({
      base: v.number(),
      say: said,
      rules: v.pipe(v.array(v.unknown()), v.maxLength(200)),
      checklists: v.pipe(v.array(v.unknown()), v.maxLength(50)),
      /** Site profiles, each whole; only the unit that issues the pack has them. */
      profiles: v.optional(v.pipe(v.array(v.unknown()), v.maxLength(20))),
      /** Changes of the unit's layer as its file would have them: tighten, configure or off, each with its reason. */
      changes: v.optional(v.pipe(v.array(v.unknown()), v.maxLength(200))),
      /** Local texts that local values rest on. */
      statutes: v.optional(statutes),
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
          profiles: v.optional(v.array(v.string())),
          approvals: v.array(v.string()),
          needed: v.number(),
          unit: v.optional(v.string()),
          unitName: v.optional(v.string()),
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
