// One call of the worker by the contract: address, token, body, reply checked, refusal as a value.
import * as v from "valibot";
import { type Body, contract, RefusalBody, type Reply, type RouteId } from "../../shared/api/contract.ts";
import { accepted, CODES, type Code, type Result, refused } from "../../shared/facts/errors.ts";
import { serverAddress } from "./kept.ts";

export interface CallInput {
  readonly params?: Readonly<Record<string, string>> | undefined;
  readonly query?: Readonly<Record<string, string>> | undefined;
  readonly body?: unknown;
}

const TIMEOUT = 15_000;

const asCode = (code: string): Code => (code in CODES ? (code as Code) : "internal");

const address = (base: string, path: string, input: CallInput): string => {
  const filled = path.replace(/:([a-z]+)/gi, (_, name: string) =>
    encodeURIComponent(input.params?.[name] ?? ""),
  );
  const query = new URLSearchParams(input.query ?? {}).toString();
  return `${base}${filled}${query === "" ? "" : `?${query}`}`;
};

/** Calls one route; a network failure is the refusal `busy`, a reply that breaks the contract `internal`. */
export async function callRoute<K extends RouteId>(
  id: K,
  input: CallInput & { readonly body?: Body<K> | undefined },
  token?: string,
): Promise<Result<Reply<K>>> {
  const base = await serverAddress();
  if (base === undefined) return refused("not-found", "没有设置服务地址，请先在登录页填写");
  const route = contract[id];
  let response: Response;
  try {
    response = await fetch(address(base, route.path, input), {
      method: route.method,
      headers: {
        ...(input.body === undefined ? {} : { "content-type": "application/json" }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
      signal: AbortSignal.timeout(TIMEOUT),
      credentials: "omit",
      cache: "no-store",
    });
  } catch {
    return refused("busy", `连不上服务 ${base}，请检查网络后重试`);
  }
  const json: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    const body = v.safeParse(RefusalBody, json);
    return body.success
      ? refused(asCode(body.output.code), body.output.message, body.output.at)
      : refused(response.status >= 500 ? "busy" : "internal", `服务答复 ${response.status}，没有说明原因`);
  }
  const reply = v.safeParse(route.reply, json);
  return reply.success
    ? accepted(reply.output as Reply<K>)
    : refused("internal", "服务的答复不符合约定，请核对服务版本");
}
