// The people of an installation and what they send: an administrator by the one-time code, an officer with batches.
import { api, makeMember, tokenOf } from "../run/people.ts";
import type { Installed } from "./installed.ts";

const PASSWORD = "correct horse";
export const CASE = "新警综:A9901000020260300012";
export const DEVICE = "device-of-han";

/** What a request got. */
export interface Answer {
  readonly status: number;
  readonly code?: string;
  readonly message?: string;
}

export const answerOf = async (at: Installed, path: string, token?: string): Promise<Answer> => {
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const reply = await fetch(`${at.url}${path}`, { headers });
  return { status: reply.status, ...((await reply.json()) as { code?: string; message?: string }) };
};

export interface Admin {
  readonly token: string;
}

/** Makes the first administrator with the code that the log shows, and signs in. */
export async function firstAdmin(at: Installed): Promise<Admin> {
  const admin = { account: "admin", name: "管某某", password: PASSWORD, roles: ["admin"] };
  const body = {
    code: await at.code(),
    account: "admin",
    name: "管某某",
    password: PASSWORD,
    unitName: "星河市公安局",
  };
  await api(at.url, "POST", "/v1/first-admin", body);
  return { token: await tokenOf(at.url, admin) };
}

/** An officer of a unit with a session on a device of his own. */
export async function officer(at: Installed, admin: Admin, unit = "root", account = "han"): Promise<Session> {
  await makeMember(at.url, admin.token, {
    account,
    name: "韩某某",
    password: PASSWORD,
    roles: ["officer"],
    unit,
  });
  return signIn(at, account);
}

export interface Session {
  readonly token: string;
  readonly ledgerKey: string;
  readonly device: string;
}

export async function signIn(at: Installed, account: string): Promise<Session> {
  const device = `device-of-${account}`;
  const body = { account, password: PASSWORD, device };
  return { ...(await api<Session>(at.url, "POST", "/v1/sign-in", body)), device };
}

interface Synced {
  readonly acked: number;
  readonly receipts: readonly import("../../shared/supervision/entry.ts").Receipt[];
}

const entry = (seq: number) => ({
  seq,
  at: "2026-03-01T01:00:00.000Z",
  caseKey: CASE,
  body: { kind: "signed", rule: "bail-overrun", on: "measures/m1", finding: "0123456789abcdef", pack: 1 },
});

/** Sends a batch of the numbers `from` to `to` of the device. */
export const sync = (at: Installed, { token, device }: Session, from: number, to: number): Promise<Synced> =>
  api<Synced>(
    at.url,
    "POST",
    "/v1/sync",
    { device, entries: Array.from({ length: to - from + 1 }, (_, i) => entry(from + i)) },
    token,
  );
