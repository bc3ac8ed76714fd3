// A deployment for a test: the worker as clients see it, its first administrator, and people of every role.

import { reset, runInDurableObject } from "cloudflare:test";
import { env as bindings } from "cloudflare:workers";
import * as v from "valibot";
import { type Body, contract, type Reply, type RouteId } from "../../shared/api/contract.ts";
import type { Role } from "../../shared/api/route.ts";
import type { Env } from "../env.ts";
import worker from "../index.ts";

export const env = bindings as unknown as Env;
export const PASSWORD = "correct horse";

/** What a request got: status, the reply or refusal, as plain JSON. */
export interface Answer<T> {
  readonly status: number;
  readonly body: T & { readonly code?: string; readonly message?: string; readonly at?: string };
}

interface Ask {
  readonly token?: string | undefined;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as it is, instead of the body's JSON. */
  readonly raw?: BodyInit;
}

/** Any request to the worker. */
export const request = async (path: string, init: RequestInit = {}): Promise<Response> =>
  await worker.fetch(new Request(`https://worker.test${path}`, init), env, {
    waitUntil: () => undefined,
    passThroughOnException: () => undefined,
    props: {},
  } as unknown as ExecutionContext);

/** Calls a route of the contract; a good reply must fit the contract's own schema. */
export async function call<K extends RouteId>(
  id: K,
  body?: Body<K> | unknown,
  ask: Ask = {},
): Promise<Answer<Reply<K>>> {
  const route = contract[id];
  let path: string = route.path;
  for (const [name, value] of Object.entries(ask.params ?? {}))
    path = path.replace(`:${name}`, encodeURIComponent(value));
  const query = new URLSearchParams(ask.query).toString();
  const headers: Record<string, string> =
    ask.token === undefined ? {} : { authorization: `Bearer ${ask.token}` };
  const sent = ask.raw ?? (route.method === "POST" ? JSON.stringify(body ?? {}) : undefined);
  const reply = await request(query === "" ? path : `${path}?${query}`, {
    method: route.method,
    headers: { ...headers, "content-type": "application/json" },
    ...(sent === undefined ? {} : { body: sent }),
  });
  const answer = { status: reply.status, body: (await reply.json()) as Answer<Reply<K>>["body"] };
  if (reply.ok) v.parse(route.reply, answer.body);
  return answer;
}

/** The directory's own rows, for what no route tells. */
export const inDirectory = <T>(ask: (sql: SqlStorage) => T): Promise<T> =>
  runInDurableObject(env.DIRECTORY.get(env.DIRECTORY.idFromName("directory")), (_, { storage }) =>
    ask(storage.sql),
  );

export const unitStub = (unit: string) => env.UNIT.get(env.UNIT.idFromName(unit));

export const inUnit = <T>(unit: string, ask: (sql: SqlStorage) => T): Promise<T> =>
  runInDurableObject(unitStub(unit), (_, { storage }) => ask(storage.sql));

/** The code that the log shows at the first start. */
export const firstCode = async (): Promise<string> => {
  await call("health");
  return inDirectory(
    (sql) => sql.exec<{ value: string }>("SELECT value FROM settings WHERE key = 'first-code'").one().value,
  );
};

export interface Person {
  readonly id: string;
  readonly token: string;
  readonly refresh: string;
  readonly device: string;
  readonly ledgerKey: string;
  readonly packKey: string;
}

export async function signIn(
  account: string,
  device = `device-${account}`,
  password = PASSWORD,
): Promise<Person> {
  const { body, status } = await call("signIn", { account, password, device });
  if (status !== 200) throw new Error(`${account} could not sign in: ${body.message}`);
  const { token, refresh, ledgerKey, packKey, member } = body;
  return { id: member.id, token, refresh, device, ledgerKey, packKey };
}

/** A fresh deployment with its administrator. */
export async function deploy(): Promise<Person> {
  await reset();
  await call("firstAdmin", {
    code: await firstCode(),
    account: "admin",
    name: "管某某",
    password: PASSWORD,
    unitName: "星河市公安局",
  });
  return signIn("admin");
}

/** The password with which members are made; each has an own one before the first call. */
export const FIRST_PASSWORD = "battery staple";

/** A member made by the administrator, signed in, with an own password. */
export async function hire(
  admin: Person,
  account: string,
  roles: readonly Role[],
  more: Partial<Body<"createMember">> = {},
): Promise<Person> {
  const made = await call(
    "createMember",
    { account, name: `${account}某`, password: FIRST_PASSWORD, unit: "root", roles: [...roles], ...more },
    { token: admin.token },
  );
  if (made.status !== 200) throw new Error(`${account} could not be made: ${made.body.message}`);
  const person = await signIn(account, undefined, FIRST_PASSWORD);
  await call("changePassword", { old: FIRST_PASSWORD, password: PASSWORD }, { token: person.token });
  return person;
}
