// Routes of the statute library: what is loaded, one text by its hash, loading and taking out.
import * as v from "valibot";
import { StatuteTextShape } from "../../law/library/statute-text.ts";
import { route } from "../route.ts";
import { anyRole } from "./bounds.ts";

/** One loaded statute without its articles. */
export const LoadedStatute = v.strictObject({
  /** SHA-256 (hex) of the text; the same words have the same hash everywhere. */
  hash: v.string(),
  statute: v.string(),
  edition: v.string(),
  from: v.nullable(v.string()),
  partial: v.boolean(),
  articles: v.number(),
  byName: v.string(),
  at: v.number(),
});
export type LoadedStatute = v.InferOutput<typeof LoadedStatute>;

export const statutesRoutes = {
  statutes: route({
    method: "GET",
    path: "/v1/statutes",
    roles: anyRole,
    say: "已载入的法规条文,不含正文",
    reply: v.strictObject({ statutes: v.array(LoadedStatute) }),
  }),
  statuteText: route({
    method: "GET",
    path: "/v1/statutes/:hash",
    roles: anyRole,
    say: "一部法规的条文;内容由哈希确定,可以长期缓存",
    reply: v.strictObject({ text: StatuteTextShape }),
  }),
  loadStatute: route({
    method: "POST",
    path: "/v1/statutes",
    roles: ["admin"],
    say: "载入一部法规的条文;同一版本的旧文本留作记录",
    body: v.strictObject({ text: StatuteTextShape }),
    reply: v.strictObject({ statute: LoadedStatute, replaced: v.boolean() }),
  }),
  dropStatute: route({
    method: "POST",
    path: "/v1/statutes/:hash/drop",
    roles: ["admin"],
    say: "停用一部已载入的法规条文",
    body: v.strictObject({}),
    reply: v.strictObject({ ok: v.literal(true) }),
  }),
} as const;
