// Talks to the bureau's sign-on provider (OpenID Connect): where to send a person, and what the identity token says.
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from "jose";
import * as v from "valibot";
import type { Env } from "./env.ts";

/** Within this time the provider answers (ms). */
const PATIENCE = 8_000;
/** Clocks of provider and service may differ by this (s). */
const SKEW = 60;

const Discovery = v.object({
  issuer: v.string(),
  authorization_endpoint: v.string(),
  token_endpoint: v.string(),
  jwks_uri: v.string(),
  userinfo_endpoint: v.optional(v.string()),
});
const Tokens = v.object({ id_token: v.string(), access_token: v.optional(v.string()) });
const Claims = v.record(v.string(), v.unknown());
const Keys = v.object({ keys: v.array(v.record(v.string(), v.unknown())) });

async function ask<S extends v.GenericSchema>(
  address: string,
  schema: S,
  init: RequestInit = {},
): Promise<v.InferOutput<S>> {
  const reply = await fetch(address, { ...init, redirect: "manual", signal: AbortSignal.timeout(PATIENCE) });
  if (!reply.ok) throw new Error(`${new URL(address).pathname} answered ${reply.status}`);
  return v.parse(schema, await reply.json());
}

/** Whether a unified sign-on is configured, and by what name. */
export const signOnName = (env: Env): string | null =>
  (env.OIDC_ISSUER ?? "") === "" || (env.OIDC_CLIENT ?? "") === "" ? null : env.OIDC_LABEL || "统一登录";

/** The provider's own description; throws when it is not that of the configured issuer. */
export async function discover(env: Env): Promise<v.InferOutput<typeof Discovery>> {
  const issuer = (env.OIDC_ISSUER ?? "").replace(/\/+$/, "");
  const found = await ask(`${issuer}/.well-known/openid-configuration`, Discovery);
  if (found.issuer.replace(/\/+$/, "") !== issuer) throw new Error("the provider names another issuer");
  return found;
}

const base64url = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");

/** RFC 7636, S256. */
export const challengeOf = async (verifier: string): Promise<string> =>
  base64url(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier)));

export interface Asked {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Where the provider sends the person back to. */
  readonly back: string;
}

/** The address at the provider to which the person is sent. */
export async function addressOf(env: Env, { state, nonce, verifier, back }: Asked): Promise<string> {
  const { authorization_endpoint } = await discover(env);
  const address = new URL(authorization_endpoint);
  for (const [name, value] of Object.entries({
    response_type: "code",
    client_id: env.OIDC_CLIENT ?? "",
    redirect_uri: back,
    scope: "openid profile",
    state,
    nonce,
    code_challenge: await challengeOf(verifier),
    code_challenge_method: "S256",
  }))
    address.searchParams.set(name, value);
  return address.href;
}

/** Exchanges the code and verifies the identity token: signature, issuer, audience, time, nonce. Answers the account it names. */
export async function accountFrom(
  env: Env,
  code: string,
  { nonce, verifier, back }: Omit<Asked, "state">,
  now: number,
): Promise<string> {
  const { issuer, token_endpoint, jwks_uri, userinfo_endpoint } = await discover(env);
  const client = env.OIDC_CLIENT ?? "";
  const secret = env.OIDC_SECRET ?? "";
  const form = new URLSearchParams({
    grant_type: "authorization_code",
    code,
    redirect_uri: back,
    client_id: client,
    code_verifier: verifier,
  });
  const basic = btoa(`${encodeURIComponent(client)}:${encodeURIComponent(secret)}`);
  const { id_token, access_token } = await ask(token_endpoint, Tokens, {
    method: "POST",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      ...(secret === "" ? {} : { authorization: `Basic ${basic}` }),
    },
    body: form.toString(),
  });
  const keys = createLocalJWKSet((await ask(jwks_uri, Keys)) as unknown as JSONWebKeySet);
  const { payload } = await jwtVerify(id_token, keys, {
    issuer,
    audience: client,
    // A provider that signs with a secret or not at all could be imitated by whoever knows the secret.
    algorithms: ["RS256", "PS256", "ES256", "ES384", "EdDSA"],
    requiredClaims: ["exp", "iat", "nonce", "sub"],
    clockTolerance: SKEW,
    currentDate: new Date(now),
  });
  if (payload.nonce !== nonce) throw new Error("the identity token was made for another sign-in");
  const name = env.OIDC_CLAIM || "preferred_username";
  let claim = payload[name];
  if (claim === undefined && userinfo_endpoint !== undefined && access_token !== undefined) {
    const about = await ask(userinfo_endpoint, Claims, {
      headers: { authorization: `Bearer ${access_token}` },
    });
    // OpenID Connect 5.3.2: what is told of another subject must not be used.
    if (about.sub === payload.sub) claim = about[name];
  }
  if (typeof claim !== "string" || claim.trim() === "")
    throw new Error("the identity token names no account");
  return claim;
}
