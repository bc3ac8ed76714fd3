// Routes of the unified sign-on, and the page to which the provider sends a person back.
import type { Context } from "hono";
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import type { Finished } from "../directory/sign-on.ts";
import { directoryOf, type Env } from "../env.ts";
import type { Handlers } from "../handler.ts";
import { logError } from "../log.ts";
import { accountFrom, addressOf, signOnName } from "../oidc.ts";
import { withLedgerKey } from "./session.ts";

const backTo = (env: Env, address: string): string =>
  `${(env.PUBLIC_URL || new URL(address).origin).replace(/\/+$/, "")}/v1/sign-on/back`;

const away = (error: unknown): void => logError("sign-on-failed", error);

export const signOnRoutes = {
  ways: async ({ env }) => accepted({ local: true, oidc: signOnName(env) }),
  beginSignOn: async ({ env, directory, body, address }) => {
    if (signOnName(env) === null) return refused("not-found", "本服务没有配置统一登录");
    const begun = await directory.beginSignOn(body);
    if (!begun.ok) return begun;
    const { id, nonce, verifier, until } = begun.value;
    try {
      const url = await addressOf(env, { state: id, nonce, verifier, back: backTo(env, address) });
      return accepted({ id, url, until });
    } catch (error) {
      away(error);
      return refused("busy", "连不上统一登录服务,请稍后再试,或者用本地账号登录");
    }
  },
  takeSignOn: async (call) => {
    const taken = await call.directory.takeSignOn(call.body);
    if (!taken.ok) return taken;
    if (taken.value === undefined) return accepted({ waiting: true });
    const { account, opened } = taken.value;
    const { device } = call.body;
    if (opened === undefined || device === undefined)
      return accepted({ waiting: false, ...(account === undefined ? {} : { account }) });
    const { member } = opened;
    await call.unit(member.unit).signedIn({ member, device });
    const session = await withLedgerKey(call, opened);
    return session.ok
      ? accepted({ waiting: false, ...(account === undefined ? {} : { account }), session: session.value })
      : session;
  },
} satisfies Pick<Handlers, "ways" | "beginSignOn" | "takeSignOn">;

const page = (title: string, text: string, status: 200 | 400): Response =>
  new Response(
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${title}</title><body style="font:16px/1.7 sans-serif;margin:15vh auto;max-width:32em;padding:0 1em"><h1 style="font-size:20px">${title}</h1><p>${text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)}</p></body></html>`,
    {
      status,
      headers: {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
        "cache-control": "no-store",
        "referrer-policy": "no-referrer",
      },
    },
  );

/** The way back from the provider: the code is exchanged here, the browser that began takes the session by its own verifier. */
export async function comeBack(c: Context<{ Bindings: Env }>): Promise<Response> {
  const failed = (why: string): Response => page("没有登录", `${why}。请回到第一粒扣的页面重新开始。`, 400);
  const { state = "", code = "", error = "" } = c.req.query();
  if (!/^[0-9a-f]{48}$/.test(state)) return failed("这个地址不完整");
  const directory = directoryOf(c.env);
  const returning = await directory.returningSignOn(state);
  if (!returning.ok) return failed(returning.refusal.message);
  const back = backTo(c.env, c.req.url);
  let done: Result<Finished>;
  try {
    done =
      error !== "" || code === ""
        ? await directory.finishSignOn(state, { refused: "统一登录没有完成或者被取消" })
        : await directory.finishSignOn(state, {
            account: await accountFrom(c.env, code, { ...returning.value, back }, Date.now()),
          });
  } catch (cause) {
    away(cause);
    done = await directory.finishSignOn(state, { refused: "统一登录服务的答复核对不上" });
  }
  if (!done.ok) return failed(done.refusal.message);
  const { name, code: told } = done.value;
  return page(
    "还差一步",
    `${name}，请回到第一粒扣的登录页面，输入核对码 ${told}。如果不是您自己在第一粒扣里点的统一登录，请直接关闭本页，不要把核对码告诉任何人。`,
    200,
  );
}
