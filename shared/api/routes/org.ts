// Routes of the org tree: units and their members.
import * as v from "valibot";
import { route } from "../route.ts";
import { Member, Unit } from "../shapes.ts";
import { everyone, password, short } from "./bounds.ts";

export const orgRoutes = {
  units: route({
    method: "GET",
    path: "/v1/units",
    roles: everyone,
    say: "本人管辖范围内的单位",
    reply: v.strictObject({ units: v.array(Unit) }),
  }),
  createUnit: route({
    method: "POST",
    path: "/v1/units",
    roles: ["admin"],
    say: "新建下级单位",
    body: v.strictObject({
      id: short,
      name: short,
      parent: short,
      level: v.picklist(["province", "city", "county", "station"]),
    }),
    reply: v.strictObject({ unit: Unit }),
  }),
  members: route({
    method: "GET",
    path: "/v1/members",
    roles: ["admin", "leader", "auditor"],
    say: "人员",
    reply: v.strictObject({ members: v.array(Member) }),
  }),
  createMember: route({
    method: "POST",
    path: "/v1/members",
    roles: ["admin"],
    say: "新建人员;只能建在自己管辖范围内",
    body: v.strictObject({
      account: short,
      name: short,
      password,
      unit: short,
      officerId: v.optional(short),
      phone: v.optional(v.pipe(v.string(), v.maxLength(20))),
      roles: v.pipe(v.array(v.picklist(["officer", "legal", "leader", "admin", "auditor"])), v.minLength(1)),
    }),
    reply: v.strictObject({ member: Member }),
  }),
} as const;
