// A client of a node's routes by the contract: the first administrator, members of its units, and anything else they ask.
import { Agent, request as ask } from "node:http";
import { contract, type Reply, type RouteId } from "../../shared/api/contract.ts";
import type { NodeOfNetwork } from "./serve-node.ts";

const agent = new Agent({ keepAlive: true, maxSockets: 32 });
/** Lets go of the kept connections. */
export const closeClients = (): void => agent.destroy();

export const PASSWORD = "correct horse battery";

export interface Answered<T> {
  readonly status: number;
  readonly body: T & { readonly code?: string; readonly message?: string; readonly at?: string };
}

interface Asked {
  readonly token?: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
}

/** Calls a route of the contract at an address. */
export function callAt<K extends RouteId>(
  url: string,
  id: K,
  body?: unknown,
  { token, params = {}, query = {} }: Asked = {},
): Promise<Answered<Reply<K>>> {
  const { method, path } = contract[id];
  const filled = Object.entries(params).reduce(
    (at, [name, value]) => at.replace(`:${name}`, encodeURIComponent(value)),
    path as string,
  );
  const search = new URLSearchParams(query).toString();
  return new Promise((resolve, reject) => {
    const sent = ask(
      `${url}${filled}${search === "" ? "" : `?${search}`}`,
      {
        agent,
        method,
        headers: {
          "content-type": "application/json",
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
      },
      (reply) => {
        let text = "";
        reply.setEncoding("utf8");
        reply.on("data", (part: string) => {
          text += part;
        });
        reply.on("end", () =>
          resolve({
            status: reply.statusCode ?? 0,
            body: JSON.parse(text) as Answered<Reply<K>>["body"],
          }),
        );
      },
    );
    sent.on("error", reject);
    sent.end(method === "POST" ? JSON.stringify(body ?? {}) : undefined);
  });
}

/** The reply where only a good one will do. */
export async function good<K extends RouteId>(...asked: Parameters<typeof callAt<K>>): Promise<Reply<K>> {
  const { status, body } = await callAt<K>(...asked);
  if (status !== 200) throw new Error(`${String(asked[1])}: ${status} ${body.code} ${body.message}`);
  return body;
}

export interface Signed {
  readonly token: string;
  readonly device: string;
}

export async function signInAt(url: string, account: string, password = PASSWORD): Promise<Signed> {
  const device = `device-${account}`;
  const { token } = await good(url, "signIn", { account, password, device });
  return { token, device };
}

/** Makes the first administrator of a fresh node with the code in its log. */
export async function begin(node: NodeOfNetwork, unitName: string): Promise<Signed> {
  await good(node.url, "health");
  const code = /首次启动码 (\S+?)[\s　]/.exec(node.said())?.[1] ?? "";
  await good(node.url, "firstAdmin", {
    code,
    account: "admin",
    name: "管某某",
    password: PASSWORD,
    unitName,
  });
  return signInAt(node.url, "admin");
}

/** A member with an own password, signed in. */
export async function hireAt(
  url: string,
  admin: Signed,
  account: string,
  unit: string,
  roles: readonly string[],
): Promise<Signed> {
  const first = "first password of all";
  await good(
    url,
    "createMember",
    { account, name: "李某某", password: first, unit, roles },
    { token: admin.token },
  );
  const { token } = await signInAt(url, account, first);
  await good(url, "changePassword", { old: first, password: PASSWORD }, { token });
  return signInAt(url, account);
}
