// The people of the demo and the journeys: an administrator by the one-time code, then officers and a legal officer.
import { randomBytes } from "node:crypto";

export interface Account {
  readonly account: string;
  readonly password: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly officerId?: string;
  readonly phone?: string;
}

export interface People {
  readonly admin: Account;
  readonly officer: Account;
  readonly legal: Account;
  readonly leader: Account;
}

const secret = (): string => `${randomBytes(9).toString("base64url")}-7a`;

const call = async <T>(
  url: string,
  method: string,
  path: string,
  body?: unknown,
  token?: string,
): Promise<T> => {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      "content-type": "application/json",
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const json = (await response.json()) as T;
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(json)}`);
  return json;
};

/** Signs in over the API and answers the token. */
export const tokenOf = async (
  url: string,
  { account, password }: Account,
  device = "tool",
): Promise<string> =>
  (await call<{ token: string }>(url, "POST", "/v1/sign-in", { account, password, device })).token;

export const api = call;

/** Makes a member as an administrator does, then sets the member's own password as the first sign-in demands. */
export async function makeMember(
  url: string,
  token: string,
  person: Account & { readonly unit: string },
): Promise<void> {
  const { password, ...rest } = person;
  type Made = { initial: { password: string } };
  const { initial } = await call<Made>(url, "POST", "/v1/members", rest, token);
  const own = await tokenOf(url, { ...person, password: initial.password });
  await call(url, "POST", "/v1/password", { old: initial.password, password }, own);
}

/** Makes the unit's people on an empty worker; `code` is the one-time code it printed. */
export async function makePeople(url: string, code: string): Promise<People> {
  const people: People = {
    admin: { account: "xuheng", name: "许衡", password: secret(), roles: ["admin"] },
    officer: {
      account: "chenli",
      name: "陈立",
      password: secret(),
      roles: ["officer"],
      officerId: "037215",
      phone: "00000037215",
    },
    legal: {
      account: "linzhiqiu",
      name: "林知秋",
      password: secret(),
      roles: ["legal"],
      officerId: "037018",
    },
    leader: {
      account: "hechuan",
      name: "何川",
      password: secret(),
      roles: ["leader"],
      officerId: "037201",
      phone: "00000037201",
    },
  };
  const { account, name, password } = people.admin;
  const { member } = await call<{ member: { unit: string } }>(url, "POST", "/v1/first-admin", {
    code,
    account,
    name,
    password,
    unitName: "柳桥派出所",
  });
  const token = await tokenOf(url, people.admin);
  for (const person of [people.officer, people.legal, people.leader])
    await makeMember(url, token, { ...person, unit: member.unit });
  return people;
}
