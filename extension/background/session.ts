// Who is signed in: sign-in, token renewal, sign-out, and the keys pinned at the first sign-in.
import type { Body, Reply, RouteId } from "../../shared/api/contract.ts";
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import type { SessionView } from "../protocol/messages.ts";
import { type CallInput, callRoute } from "./call.ts";
import { deviceLabel } from "./device-label.ts";
import { deviceOf, keepLocal, keepSession, local, managed, serverAddress, session } from "./kept.ts";
import { dropPack, packView } from "./packs.ts";

/** Renew this long before the token ends, ms. */
const EARLY = 60_000;

/** What a sign-in of either way answers. */
export type Signed = Reply<"signIn">;

const keep = async (signed: Signed): Promise<void> => {
  const { member } = signed;
  const unit = await local("packUnit");
  await keepLocal("packUnit", member.unit);
  // What holds in one unit never reaches another by a browser that members of both use.
  if (unit !== undefined && unit !== member.unit) await dropPack();
  await keepLocal("mustChange", signed.mustChange);
  await keepLocal("refresh", signed.refresh);
  await keepLocal("member", {
    id: member.id,
    name: member.name,
    roles: member.roles,
    unitName: member.unitName,
    ...(member.officerId === null ? {} : { officerId: member.officerId }),
  });
  await keepLocal("ledgerKey", signed.ledgerKey);
  await keepLocal("referenceKey", signed.referenceKey);
  await keepSession("token", signed.token);
  await keepSession("tokenUntil", Date.now() + signed.expiresIn * 1000);
};

/** Public pack key this browser trusts: policy first, else the one pinned at first sign-in. */
export const trustedPackKey = async (): Promise<string | undefined> =>
  (await managed()).packKey ?? (await local("packKey"));

/** Signs in; pins the offered pack key when none is pinned, refuses a server that offers another one. */
export async function signIn(account: string, password: string): Promise<Result<null>> {
  const label = deviceLabel();
  const body = { account, password, device: await deviceOf(account), ...(label === "" ? {} : { label }) };
  const signed = await callRoute("signIn", { body });
  return signed.ok ? takeSession(signed.value, account) : signed;
}

/** Keeps a session that was opened for an account. */
export async function takeSession(signed: Signed, account: string): Promise<Result<null>> {
  const trusted = await trustedPackKey();
  if (trusted !== undefined && trusted !== signed.packKey)
    return refused("bad-signature", "服务的规则包公钥与本机信任的不同，请联系管理员核对后再登录");
  if (trusted === undefined) await keepLocal("packKey", signed.packKey);
  await keepLocal("account", account);
  await keep(signed);
  return accepted(null);
}

let renewing: Promise<string | undefined> | undefined;

const renew = async (): Promise<string | undefined> => {
  const refresh = await local("refresh");
  const account = await local("account");
  if (refresh === undefined || account === undefined) return undefined;
  const renewed = await callRoute("refresh", { body: { refresh, device: await deviceOf(account) } });
  // A sign-out while it was on its way holds: what comes after it opens no session again.
  if ((await local("refresh")) !== refresh) return undefined;
  if (renewed.ok) {
    await keep(renewed.value);
    return renewed.value.token;
  }
  // Only a refusal of the token itself signs out; a network failure keeps the session.
  if (renewed.refusal.code === "not-signed-in") await forget();
  return undefined;
};

/** A token that is still good for a minute, renewed when needed; `undefined` when signed out or unreachable. */
export async function token(): Promise<string | undefined> {
  const known = await session("token");
  const until = (await session("tokenUntil")) ?? 0;
  if (known !== undefined && until - EARLY > Date.now()) return known;
  renewing ??= renew().finally(() => {
    renewing = undefined;
  });
  return renewing;
}

/** Calls a route as the signed-in member, renewing the token once when it was refused. */
export async function callSigned<K extends RouteId>(
  id: K,
  input: CallInput & { readonly body?: Body<K> | undefined } = {},
): Promise<Result<Reply<K>>> {
  const first = await token();
  if (first === undefined)
    return (await local("refresh")) === undefined
      ? refused("not-signed-in", "没有登录，请先登录")
      : refused("busy", "连不上服务，请检查网络后重试");
  const answer = await callRoute(id, input, first);
  if (answer.ok || answer.refusal.code !== "not-signed-in") return answer;
  await keepSession("token", undefined);
  const second = await token();
  return second === undefined ? answer : callRoute(id, input, second);
}

const forget = async (): Promise<void> => {
  for (const key of ["refresh", "member", "ledgerKey", "referenceKey", "mustChange"] as const)
    await keepLocal(key, undefined);
  await keepSession("token", undefined);
  await keepSession("tokenUntil", undefined);
};

/** Ends the session here and on the server; what waits in the outbox stays and is sent after the next sign-in of the same device. */
export async function signOut(): Promise<void> {
  const known = await session("token");
  // Here first: a service that does not answer keeps nobody signed in.
  await forget();
  await keepLocal("account", undefined);
  await keepLocal("idledOut", undefined);
  if (known !== undefined) await callRoute("signOut", { body: {} }, known);
}

/** What our own pages show of the session. */
export async function sessionView(connection: SessionView["connection"]): Promise<SessionView> {
  const server = await serverAddress();
  const member = await local("member");
  const { unit } = (await local("policy")) ?? {};
  const idledOut = await local("idledOut");
  return {
    ...(server === undefined ? {} : { server }),
    ...(unit === undefined ? {} : { unit }),
    ...(idledOut === undefined || member !== undefined ? {} : { idledOut }),
    managed: (await managed()).server !== undefined,
    ...(member === undefined ? {} : { member }),
    ...(member !== undefined && (await local("mustChange")) === true ? { mustChange: true } : {}),
    connection: member === undefined ? "signed-out" : connection,
    pack: await packView(),
  };
}

/** The own password is set: everything else is open now. */
export const passwordChanged = (): Promise<void> => keepLocal("mustChange", undefined);

/** Takes the session's member anew: after a change of post the unit, its pack and its keys are others. */
export async function renewMember(): Promise<void> {
  await keepSession("token", undefined);
  await token();
}
