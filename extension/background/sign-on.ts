// The unified sign-on as the browser sees it: begun with a secret of its own, continued in a tab, taken with that secret.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import { callRoute } from "./call.ts";
import { deviceLabel } from "./device-label.ts";
import { deviceOf, keepLocal } from "./kept.ts";
import { type Signed, takeSession, trustedPackKey } from "./session.ts";

interface Begun {
  readonly id: string;
  readonly verifier: string;
  readonly url: string;
}

/** Lives as long as the background: who is away for longer begins anew. */
let begun: Begun | undefined;
/** Signed in, but the person has not confirmed the pack key yet. */
let offered: Signed | undefined;

/** Begins and opens the provider's page in a tab of its own. */
export async function beginSignOn(): Promise<Result<null>> {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const answer = await callRoute("beginSignOn", {
    body: { label: deviceLabel(), challenge: bytesToHex(sha256(bytes)) },
  });
  if (!answer.ok) return answer;
  const { id, url } = answer.value;
  begun = { id, url, verifier: bytesToHex(bytes) };
  offered = undefined;
  await chrome.tabs.create({ url });
  return accepted(null);
}

export type Taken = "waiting" | "code" | "signed-in" | { readonly offeredKey: string };

const over = refused("not-signed-in", "这次统一登录已经过期，请重新开始");

/** The session, once the person is back and the code of that page was typed. */
async function taken(
  { id, verifier }: Begun,
  code: string | undefined,
): Promise<Result<Signed | "waiting" | "code">> {
  const told = await callRoute("takeSignOn", {
    body: { id, verifier, ...(code === undefined ? {} : { code }) },
  });
  if (!told.ok) return told;
  if (told.value.waiting) return accepted("waiting");
  const { account } = told.value;
  if (account === undefined || code === undefined) return accepted("code");
  const got = await callRoute("takeSignOn", {
    body: { id, verifier, code, device: await deviceOf(account) },
  });
  if (!got.ok) return got;
  return got.value.session === undefined ? over : accepted(got.value.session);
}

/**
 * Whether the person is back, and, with the code that the page there shows, the session. In a browser that trusts no pack key
 * yet the offered one is told, and the session kept until `trustKey` confirms it.
 */
export async function takeSignOn(code?: string, trustKey?: string): Promise<Result<Taken>> {
  if (offered === undefined) {
    if (begun === undefined) return over;
    const got = await taken(begun, code);
    // An answer that does not come is asked for again, a code mistyped as well.
    if (!got.ok && got.refusal.code === "busy") return code === undefined ? accepted("waiting") : got;
    if (!got.ok && got.refusal.code === "bad-credentials") return got;
    if (got.ok && typeof got.value === "string") return accepted(got.value);
    begun = undefined;
    if (!got.ok) return got;
    offered = got.value as Signed;
  }
  const trusted = await trustedPackKey();
  if (trusted === undefined && trustKey === undefined) return accepted({ offeredKey: offered.packKey });
  if (trusted === undefined) await keepLocal("packKey", trustKey);
  const signed = offered;
  offered = undefined;
  const done = await takeSession(signed, signed.member.account);
  return done.ok ? accepted("signed-in") : done;
}
