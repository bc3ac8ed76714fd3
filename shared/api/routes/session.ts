// Routes of signing in: health, the first administrator, sessions, who one is.
import * as v from "valibot";
import { route } from "../route.ts";
import { Member } from "../shapes.ts";
import { anyRole, deviceLabel, password, short } from "./bounds.ts";

/** What a sign-in answers; the same for every way of signing in. */
export const Session = v.strictObject({
  token: v.string(),
  /** Seconds until the token ends. */
  expiresIn: v.number(),
  refresh: v.string(),
  member: Member,
  /** Public half of the pack key, hex; pinned by the browser at first sign-in. */
  packKey: v.string(),
  /** Public half of the unit's checkpoint key, hex. */
  ledgerKey: v.string(),
  /** Key for person references of this deployment, hex. */
  referenceKey: v.string(),
  /** The password was given by somebody else: until it is changed nothing but changing it is answered. */
  mustChange: v.optional(v.boolean()),
});

export const sessionRoutes = {
  health: route({
    method: "GET",
    path: "/v1/health",
    roles: "anyone",
    say: "是否在运行,服务器时间,是否已建立管理员",
    reply: v.strictObject({
      ok: v.literal(true),
      now: v.number(),
      started: v.boolean(),
      version: v.string(),
    }),
  }),
  firstAdmin: route({
    method: "POST",
    path: "/v1/first-admin",
    roles: "anyone",
    say: "用首次启动码建立第一个管理员",
    body: v.strictObject({ code: short, account: short, name: short, password, unitName: short }),
    reply: v.strictObject({ member: Member }),
  }),
  signIn: route({
    method: "POST",
    path: "/v1/sign-in",
    roles: "anyone",
    say: "本地账号登录",
    body: v.strictObject({
      account: short,
      password: v.pipe(v.string(), v.maxLength(200)),
      device: short,
      label: deviceLabel,
    }),
    reply: Session,
  }),
  refresh: route({
    method: "POST",
    path: "/v1/refresh",
    roles: "anyone",
    say: "换新令牌;旧刷新令牌只能用一次",
    body: v.strictObject({ refresh: v.pipe(v.string(), v.maxLength(400)), device: short }),
    reply: Session,
  }),
  signOut: route({
    method: "POST",
    path: "/v1/sign-out",
    roles: anyRole,
    early: true,
    say: "退出并作废本机令牌",
    body: v.strictObject({}),
    reply: v.strictObject({ ok: v.literal(true) }),
  }),
  me: route({
    method: "GET",
    path: "/v1/me",
    roles: anyRole,
    early: true,
    say: "当前登录人",
    reply: v.strictObject({ member: Member }),
  }),
} as const;
