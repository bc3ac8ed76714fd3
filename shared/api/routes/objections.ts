// Routes of objections: the list of those that wait for an answer, and answering one.
import * as v from "valibot";
import { Objection, OUTCOMES } from "../../supervision/objection.ts";
import { route } from "../route.ts";
import { said, writers } from "./bounds.ts";

export const objectionsRoutes = {
  objections: route({
    method: "GET",
    path: "/v1/objections",
    roles: writers,
    say: "有异议、有误的列表:法制员、领导、管理员看本单位和下级的,民警看自己的",
    query: v.strictObject({ state: v.optional(v.picklist(["open", "answered"])) }),
    reply: v.strictObject({ objections: v.array(Objection) }),
  }),
  answerObjection: route({
    method: "POST",
    path: "/v1/objections/:unit/:id/answer",
    roles: ["legal", "leader", "admin"],
    say: "答复一条异议或者有误",
    body: v.strictObject({ outcome: v.picklist(OUTCOMES), said }),
    reply: v.strictObject({ objection: Objection }),
  }),
} as const;
