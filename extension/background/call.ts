// One call of the worker by the contract: address, token, body, reply checked, refusal as a value.
import type * as v from "valibot";
import { type Body, contract, RefusalBody, type Reply, type RouteId } from "../../shared/api/contract.ts";
import { understood } from "../../shared/api/understood.ts";
import { accepted, CODES, type Code, type Refusal, type Result, refused } from "../../shared/facts/errors.ts";
import { deviceOf, local, serverAddress } from "./kept.ts";
import { leaving } from "./sent-journal.ts";

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

/** Under which device a request is written down: the one it names itself, else that of whoever is signed in. */
async function deviceIn(body: unknown): Promise<string> {
  if (typeof body === "object" && body !== null && "device" in body && typeof body.device === "string")
    return body.device;
  const account = await local("account");
  return account === undefined ? "" : deviceOf(account);
}

/** Rows of many that were wrong, the first few: where only one sentence is shown they stand in it. */
const withRows = ({ message, rows = [] }: v.InferOutput<typeof RefusalBody>): string =>
  rows.length === 0
    ? message
    : `${message}：${rows
        .slice(0, 3)
        .map(({ row, message: why }) => `第 ${row + 1} 条 ${why}`)
        .join("；")}`;

const plain = (body: v.InferOutput<typeof RefusalBody>): Refusal => ({
  code: asCode(body.code),
  message: withRows(body),
  ...(body.at === undefined ? {} : { at: body.at }),
});

/** The seconds after which the service wants to be asked again, ten minutes at most. */
function againAfter({ headers }: Response): Pick<Refusal, "again"> {
  const seconds = Number(headers.get("retry-after") ?? "");
  return seconds > 0 && Number.isFinite(seconds) ? { again: Math.min(seconds, 600) } : {};
}

/** Calls one route; a network failure is the refusal `busy`, a reply that breaks the contract `internal`. */
export async function callRoute<K extends RouteId>(
  id: K,
  input: CallInput & { readonly body?: Body<K> | undefined },
  token?: string,
): Promise<Result<Reply<K>>> {
  const base = await serverAddress();
  if (base === undefined) return refused("not-found", "没有设置服务地址，请先在登录页填写");
  const route = contract[id];
  const url = address(base, route.path, input);
  const sent = input.body === undefined ? undefined : JSON.stringify(input.body);
  const outcome = leaving({
    route: id,
    method: route.method,
    path: url.slice(base.length),
    body: sent,
    device: await deviceIn(input.body),
  });
  let response: Response;
  try {
    response = await fetch(url, {
      method: route.method,
      headers: {
        ...(input.body === undefined ? {} : { "content-type": "application/json" }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(sent === undefined ? {} : { body: sent }),
      signal: AbortSignal.timeout(TIMEOUT),
      credentials: "omit",
      cache: "no-store",
    });
  } catch {
    void outcome(0);
    return refused("busy", `连不上服务 ${base}，请检查网络后重试`);
  }
  void outcome(response.status);
  const json: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    const body = understood(RefusalBody, json);
    return body !== undefined
      ? { ok: false, refusal: { ...plain(body), ...againAfter(response) } }
      : refused(response.status >= 500 ? "busy" : "internal", `服务答复 ${response.status}，没有说明原因`);
  }
  const reply = understood(route.reply, json);
  return reply !== undefined
    ? accepted(reply as Reply<K>)
    : refused("internal", "服务的答复不符合约定，请核对服务版本");
}
