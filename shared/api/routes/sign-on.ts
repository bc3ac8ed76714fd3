// Routes of the bureau's unified sign-on: which ways there are, beginning, and taking the session once the person is back.
import * as v from "valibot";
import { route } from "../route.ts";
import { deviceLabel, short } from "./bounds.ts";
import { Session } from "./session.ts";

const hex = (length: number) => v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${length}}$`)));

export const signOnRoutes = {
  ways: route({
    method: "GET",
    path: "/v1/ways",
    roles: "anyone",
    say: "本服务有哪些登录方式",
    reply: v.strictObject({
      local: v.literal(true),
      /** Name of the unified sign-on on the button; null where none is configured. */
      oidc: v.nullable(v.string()),
    }),
  }),
  beginSignOn: route({
    method: "POST",
    path: "/v1/sign-on",
    roles: "anyone",
    say: "开始统一登录:答复要打开的地址;challenge 是 SHA-256(verifier)",
    body: v.strictObject({ label: deviceLabel, challenge: hex(64) }),
    reply: v.strictObject({ id: v.string(), url: v.string(), until: v.number() }),
  }),
  takeSignOn: route({
    method: "POST",
    path: "/v1/sign-on/take",
    roles: "anyone",
    say: "统一登录完成后凭 verifier 领取会话,只能领一次;还没有完成时 waiting",
    /**
     * `code` stands on the page to which the person came back: who was talked into signing in for another's browser does not
     * hand it over unasked. Without `device` it is only told for whom it is: devices are numbered per account.
     */
    body: v.strictObject({
      id: hex(48),
      verifier: hex(64),
      code: v.optional(v.pipe(v.string(), v.regex(/^\d{6}$/))),
      device: v.optional(short),
    }),
    reply: v.strictObject({
      waiting: v.boolean(),
      account: v.optional(v.string()),
      session: v.optional(Session),
    }),
  }),
} as const;
