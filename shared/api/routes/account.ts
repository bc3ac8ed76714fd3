// Routes of one's own account: the password, the devices, the post that one signs in to.
import * as v from "valibot";
import { route } from "../route.ts";
import { Member } from "../shapes.ts";
import { anyRole, password, short } from "./bounds.ts";

/** One place where somebody is signed in. */
export const DeviceLine = v.strictObject({
  id: v.string(),
  /** 办公电脑 Chromium 109, as the browser told at sign-in; "" when it told nothing. */
  label: v.string(),
  /** `password` or `oidc`. */
  way: v.string(),
  madeAt: v.number(),
  seenAt: v.number(),
  /** Without use it ends then (ms). */
  endsAt: v.number(),
  /** The one that asks. */
  current: v.boolean(),
});
export type DeviceLine = v.InferOutput<typeof DeviceLine>;

export const accountRoutes = {
  changePassword: route({
    method: "POST",
    path: "/v1/password",
    roles: anyRole,
    early: true,
    say: "改自己的密码;其他设备全部退出",
    body: v.strictObject({ old: v.pipe(v.string(), v.maxLength(200)), password }),
    reply: v.strictObject({ ok: v.literal(true), ended: v.number() }),
  }),
  devices: route({
    method: "GET",
    path: "/v1/devices",
    roles: anyRole,
    say: "自己登录着的设备",
    reply: v.strictObject({ devices: v.array(DeviceLine) }),
  }),
  endDevice: route({
    method: "POST",
    path: "/v1/devices/:id/end",
    roles: anyRole,
    say: "让自己的一台设备退出",
    body: v.strictObject({}),
    reply: v.strictObject({ ok: v.literal(true) }),
  }),
  usePost: route({
    method: "POST",
    path: "/v1/post",
    roles: anyRole,
    say: "本次登录改用自己在另一单位的角色",
    body: v.strictObject({ unit: short }),
    reply: v.strictObject({ member: Member }),
  }),
} as const;
