// Mounts every route of the contract: who calls, may they, does the body fit – then its handler, then JSON.
import { type Context, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { contract, type RouteId } from "../shared/api/contract.ts";
import type { Route } from "../shared/api/route.ts";
import { accepted, type Code, type Refusal, type Result, refused } from "../shared/facts/errors.ts";
import { begin, giveWay, holdBack, ONE_BY_ONE } from "./at-once.ts";
import { readBody, readText } from "./body.ts";
import type { Caller } from "./caller.ts";
import { lostText, REOPENED } from "./compared.ts";
import { crossOrigin } from "./cross-origin.ts";
import { directoryOf, type Env, unitOf } from "./env.ts";
import type { Call, Handlers, Sent } from "./handler.ts";
import { atDoor } from "./intake/door.ts";
import { logError } from "./log.ts";
import { writtenOf } from "./often.ts";
import { statusOf } from "./status.ts";
import { namedRefusal } from "./unit-named.ts";
import { validate } from "./validate.ts";

type App = { Bindings: Env };

/** After how many seconds a refused client may come again; of all other codes coming again mends nothing. */
const AGAIN_AFTER: Readonly<Partial<Record<Code, number>>> = { busy: 5, "ledger-damaged": 300 };

/** A refusal as every client reads it. */
export function answerRefusal(c: Context, refusal: Refusal): Response {
  const status = statusOf(refusal.code) as ContentfulStatusCode;
  const wait = refusal.again ?? AGAIN_AFTER[refusal.code];
  return c.json(refusal, status, wait === undefined ? {} : { "retry-after": String(wait) });
}

/** How SQLite says that the disk takes nothing more. */
const DISK = /\bSQLITE_(FULL|IOERR)/;

const REOPENS = "本单位的记录刚按留存期限清理完,正在重新打开;没有保存,请一秒后再试,会自动再送";

/** An unexpected error: its number for the caller, its text for the log only. */
export async function answerError(c: Context<App>, error: Error): Promise<Response> {
  const busy = "overloaded" in error || "retryable" in error;
  const number = crypto.randomUUID().slice(0, 8);
  logError("request-failed", error, { number, method: c.req.method, route: c.req.routePath });
  // Nothing is wrong: the object has been closed and opens anew for the next request.
  if (error.message.includes(REOPENED)) return answerRefusal(c, { code: "busy", message: REOPENS, again: 1 });
  const lost = lostText(error);
  if (lost !== undefined)
    return answerRefusal(c, await namedRefusal(c.env, { code: "ledger-damaged", message: lost }));
  if (DISK.test(error.message)) {
    const message = `服务所在的磁盘写不进去(可能已满),没有保存;请管理员腾出磁盘空间,之后会自动再送(编号 ${number})`;
    return answerRefusal(c, { code: "busy", message });
  }
  return answerRefusal(
    c,
    busy
      ? { code: "busy", message: `服务繁忙,没有确认保存;请稍后再试(编号 ${number})` }
      : { code: "internal", message: `服务内部出错,未保存;请把编号 ${number} 告诉管理员` },
  );
}

/** Who calls, where the roles allow it; undefined where anyone may. */
export async function callerOf(
  c: Context<App>,
  route: Pick<Route, "roles" | "say" | "early">,
): Promise<Result<Caller | undefined>> {
  if (route.roles === "anyone") return accepted(undefined);
  const [, token] = /^Bearer ([\w.-]{1,4000})$/.exec(c.req.header("authorization") ?? "") ?? [];
  if (token === undefined) return refused("not-signed-in", "没有登录,请先登录");
  const caller = await directoryOf(c.env).authenticate(token);
  if (!caller.ok) return caller;
  const { roles } = caller.value.member;
  if (caller.value.mustChange === true && route.early !== true)
    return refused("must-change", "请先把初始口令改成自己的密码");
  return route.roles.some((role) => roles.includes(role))
    ? caller
    : refused("not-allowed", `当前角色不能做这件事:${route.say}`);
}

async function bodyOf(c: Context<App>, route: Route): Promise<Result<unknown>> {
  if (route.body === undefined || route.signed === true) return accepted(undefined);
  const body = await readBody(c.req.raw);
  return body.ok ? validate(route.body, body.value) : body;
}

/** What another system sent and signed: in headers, or in the address where it cannot set those. */
async function sentOf(c: Context<App>, route: Route): Promise<Result<Sent | undefined>> {
  if (route.signed !== true) return accepted(undefined);
  const said = (name: string): string => c.req.header(`x-${name}`) ?? c.req.query(name) ?? "";
  const mark = { timestamp: said("timestamp"), signature: said("signature") };
  const shut = atDoor(c.req.param("source") ?? "", mark, Date.now());
  if (shut !== undefined) {
    await c.req.raw.body?.cancel();
    return { ok: false, refusal: shut };
  }
  const text = await readText(c.req.raw);
  return text.ok ? accepted({ text: text.value, ...mark }) : text;
}

async function answer(c: Context<App>, route: Route, handler: (call: never) => Promise<Result<unknown>>) {
  const caller = await callerOf(c, route);
  if (!caller.ok) return answerRefusal(c, caller.refusal);
  const query = route.query === undefined ? accepted(undefined) : validate(route.query, c.req.query());
  if (!query.ok) return answerRefusal(c, query.refusal);
  const body = await bodyOf(c, route);
  if (!body.ok) return answerRefusal(c, body.refusal);
  const sent = await sentOf(c, route);
  if (!sent.ok) return answerRefusal(c, sent.refusal);
  const call: Omit<Call<RouteId>, "caller" | "body" | "query"> &
    Record<"caller" | "body" | "query", unknown> = {
    env: c.env,
    directory: directoryOf(c.env),
    unit: (id) => unitOf(c.env, id),
    caller: caller.value,
    body: body.value,
    query: query.value,
    param: (name) => c.req.param(name) ?? "",
    address: c.req.url,
    ...(sent.value === undefined ? {} : { sent: sent.value }),
  };
  const result = await handler(call as never);
  return result.ok
    ? answerJson(c, result.value)
    : answerRefusal(c, await namedRefusal(c.env, result.refusal));
}

/** The same, where a session has not too many of these begun. */
async function answerInTurn(c: Context<App>, work: () => Promise<Response>): Promise<Response> {
  const token = c.req.header("authorization") ?? "";
  const done = begin(token, Date.now());
  if (done === undefined) {
    await c.req.raw.body?.cancel();
    await holdBack(token, Date.now());
    return answerRefusal(c, ONE_BY_ONE);
  }
  try {
    await giveWay(token, Date.now());
    return await work();
  } finally {
    done();
  }
}

/** Length from which an answer is worth packing for the way (characters); a pack of rules is some hundred thousand. */
const LONG = 8_000;

/** The answer as JSON; a long one is compressed here, for inside a closed network nobody else does it. */
function answerJson(c: Context<App>, value: unknown): Response {
  const written = writtenOf(value);
  const text = written?.text ?? JSON.stringify(value);
  const packed = text.length > LONG && /\bgzip\b/.test(c.req.header("accept-encoding") ?? "");
  const headers = {
    "content-type": "application/json",
    ...(packed ? { "content-encoding": "gzip", vary: "accept-encoding" } : {}),
  };
  // The runtime compresses what is said to be; what is compressed already it leaves as it is.
  return packed && written !== undefined
    ? new Response(written.packed, { encodeBody: "manual", headers })
    : c.body(text, 200, headers);
}

/** The application with all routes of the contract mounted on their handlers. */
export function routerOf(handlers: Handlers): Hono<App> {
  const app = new Hono<App>();
  app.use(crossOrigin);
  app.onError((error, c) => answerError(c, error));
  app.notFound((c) => answerRefusal(c, { code: "not-found", message: "没有这个接口" }));
  for (const id of Object.keys(contract) as RouteId[]) {
    const route: Route = contract[id];
    app.on(route.method, route.path, (c) =>
      route.oneByOne === true
        ? answerInTurn(c, () => answer(c, route, handlers[id]))
        : answer(c, route, handlers[id]),
    );
  }
  return app;
}
