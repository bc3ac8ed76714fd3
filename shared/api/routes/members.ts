// Routes of members: who they are, what they may do where, their initial passwords, and whose cases go to whom.
import * as v from "valibot";
import { ROLES, route } from "../route.ts";
import { Member } from "../shapes.ts";
import { DeviceLine } from "./account.ts";
import { keepers, password, said, short } from "./bounds.ts";
import { MemberRow, RowProblem } from "./rows.ts";

const roles = v.pipe(v.array(v.picklist(ROLES)), v.minLength(1), v.maxLength(ROLES.length));
const phone = v.pipe(v.string(), v.maxLength(20));

/** A member in the list, with the state of the account. */
export const MemberLine = v.strictObject({
  ...Member.entries,
  phone: v.nullable(v.string()),
  /** `initial`: the password was given by somebody else and has not been changed yet. */
  state: v.picklist(["active", "initial", "disabled"]),
  /** Locked by wrong passwords until then (ms). */
  lockedUntil: v.nullable(v.number()),
  /** Last use of any of the member's devices (ms). */
  seenAt: v.nullable(v.number()),
});
export type MemberLine = v.InferOutput<typeof MemberLine>;

/** A password for the first sign-in, told once; it ends by itself (ms). */
export const Initial = v.strictObject({ password: v.string(), until: v.number() });

const one = v.strictObject({ member: Member });
/** `handTo` takes over the cases that the member handles; without it a member who has some is refused. */
const handing = { handTo: v.optional(short), said };

export const membersRoutes = {
  members: route({
    method: "GET",
    path: "/v1/members",
    roles: ["admin", "security", "leader", "auditor"],
    say: "人员",
    reply: v.strictObject({ members: v.array(MemberLine) }),
  }),
  createMember: route({
    method: "POST",
    path: "/v1/members",
    roles: keepers,
    say: "新建人员;只能建在自己管辖范围内;初始口令首次登录须改",
    body: v.strictObject({
      account: short,
      name: short,
      /** Left out, the service makes one and tells it once. */
      password: v.optional(password),
      unit: short,
      officerId: v.optional(short),
      phone: v.optional(phone),
      roles,
    }),
    reply: v.strictObject({ member: Member, initial: v.optional(Initial) }),
  }),
  changeMember: route({
    method: "POST",
    path: "/v1/members/:id",
    roles: keepers,
    say: "改姓名、警号、手机、角色;不能改自己的角色",
    body: v.strictObject({
      name: v.optional(short),
      officerId: v.optional(v.nullable(short)),
      phone: v.optional(v.nullable(phone)),
      roles: v.optional(roles),
    }),
    reply: one,
  }),
  moveMember: route({
    method: "POST",
    path: "/v1/members/:id/move",
    roles: keepers,
    say: "调动到另一单位;名下案件移交给原单位的另一人",
    body: v.strictObject({ unit: short, roles: v.optional(roles), ...handing }),
    reply: v.strictObject({ member: Member, handed: v.number() }),
  }),
  setPost: route({
    method: "POST",
    path: "/v1/members/:id/posts",
    roles: keepers,
    say: "在另一单位兼任的角色;空表示不再兼任",
    body: v.strictObject({
      unit: short,
      roles: v.pipe(v.array(v.picklist(ROLES)), v.maxLength(ROLES.length)),
    }),
    reply: one,
  }),
  disableMember: route({
    method: "POST",
    path: "/v1/members/:id/disable",
    roles: keepers,
    say: "停用账号,全部设备退出;名下案件移交给同单位的另一人",
    body: v.strictObject(handing),
    reply: v.strictObject({ member: Member, handed: v.number() }),
  }),
  enableMember: route({
    method: "POST",
    path: "/v1/members/:id/enable",
    roles: keepers,
    say: "恢复账号;须用新的初始口令登录",
    body: v.strictObject({}),
    reply: v.strictObject({ member: Member, initial: Initial }),
  }),
  resetPassword: route({
    method: "POST",
    path: "/v1/members/:id/reset",
    roles: keepers,
    say: "重置口令并解除锁定;新的初始口令只显示一次,全部设备退出",
    body: v.strictObject({}),
    reply: v.strictObject({ initial: Initial }),
  }),
  memberDevices: route({
    method: "GET",
    path: "/v1/members/:id/devices",
    roles: keepers,
    say: "一个人的登录设备",
    reply: v.strictObject({ devices: v.array(DeviceLine) }),
  }),
  endMemberDevices: route({
    method: "POST",
    path: "/v1/members/:id/sign-out",
    roles: keepers,
    say: "让一个人的全部设备退出",
    body: v.strictObject({}),
    reply: v.strictObject({ ended: v.number() }),
  }),
  memberCases: route({
    method: "GET",
    path: "/v1/members/:id/cases",
    roles: ["admin", "security", "leader"],
    say: "一个人在其单位名下的案件,只有编号",
    reply: v.strictObject({ cases: v.array(v.strictObject({ key: v.string(), number: v.string() })) }),
  }),
  handOver: route({
    method: "POST",
    path: "/v1/members/:id/hand-over",
    roles: ["admin", "leader"],
    say: "把一个人名下的案件移交给同单位的另一人,以后的提醒发给接手人",
    body: v.strictObject({
      to: short,
      /** Left out: all of them. */
      cases: v.optional(v.pipe(v.array(short), v.minLength(1), v.maxLength(500))),
      said,
    }),
    reply: v.strictObject({ handed: v.number() }),
  }),
  importMembers: route({
    method: "POST",
    path: "/v1/import/members",
    roles: keepers,
    say: "从表格导入人员;check 为真只检查,有一行不对就一行也不写;初始口令只显示这一次",
    body: v.strictObject({
      check: v.boolean(),
      rows: v.pipe(v.array(MemberRow), v.minLength(1), v.maxLength(1_000)),
    }),
    reply: v.strictObject({
      problems: v.array(RowProblem),
      made: v.array(
        v.strictObject({ account: v.string(), name: v.string(), unit: v.string(), password: v.string() }),
      ),
      /** When the initial passwords end (ms). */
      until: v.number(),
    }),
  }),
} as const;
