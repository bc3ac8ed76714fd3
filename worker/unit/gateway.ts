// Hands one message to the SMS gateway's webhook, signed so that the gateway knows us.
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** How long the gateway may take (ms). */
const PATIENCE = 10_000;

/** HMAC-SHA-256 of the raw body, hex. */
export const signatureOf = (secret: string, body: string): string =>
  bytesToHex(hmac(sha256, utf8ToBytes(secret), utf8ToBytes(body)));

/** Undefined when the gateway has taken it, else what went wrong. A repeated message has the same id. */
export async function sendSms(url: string, secret: string, body: string): Promise<string | undefined> {
  try {
    const reply = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/json; charset=utf-8",
        "x-signature": signatureOf(secret, body),
      },
      body,
      signal: AbortSignal.timeout(PATIENCE),
      redirect: "manual",
    });
    await reply.body?.cancel();
    return reply.ok ? undefined : `短信网关答复 ${reply.status}`;
  } catch (error) {
    return error instanceof Error && error.name === "TimeoutError" ? "短信网关没有答复" : "短信网关连接不上";
  }
}
