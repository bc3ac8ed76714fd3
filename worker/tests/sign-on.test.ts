// The unified sign-on against a real provider: who it vouches for gets a session, once, in the browser that began; nobody else.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { beforeEach, describe, expect, inject, it, vi } from "vitest";
import type { Env } from "../env.ts";
import worker from "../index.ts";
import { call, deploy, env, hire, inDirectory, type Person } from "./deployment.ts";

let admin: Person;
let settings: Partial<Env>;
beforeEach(async () => {
  settings = { OIDC_ISSUER: inject("oidc"), OIDC_CLIENT: "first-button" };
  admin = await deploy();
});

const ask = async (path: string, body?: unknown): Promise<Response> =>
  await worker.fetch(
    new Request(`https://worker.test${path}`, {
      ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
    }),
    { ...env, ...settings },
    {
      waitUntil: () => undefined,
      passThroughOnException: () => undefined,
      props: {},
    } as unknown as ExecutionContext,
  );

interface Told {
  readonly code?: string;
  readonly message?: string;
  readonly waiting?: boolean;
  readonly session?: {
    readonly token: string;
    readonly member: { readonly account: string };
    readonly mustChange?: boolean;
  };
}

const VERIFIER = "5a".repeat(32);
const CHALLENGE = bytesToHex(sha256(hexToBytes(VERIFIER)));

async function begin(): Promise<{ id: string; url: string }> {
  const reply = await ask("/v1/sign-on", { challenge: CHALLENGE, label: "值班室 Chromium 109" });
  expect(reply.status).toBe(200);
  return (await reply.json()) as { id: string; url: string };
}

const take = async (id: string, more: Record<string, string> = {}): Promise<Told> =>
  (await (await ask("/v1/sign-on/take", { id, verifier: VERIFIER, ...more })).json()) as Told;

/** Comes back from the provider; the code that the page shows. */
async function comeBack(way: string): Promise<string> {
  const reply = await ask(way);
  const page = await reply.text();
  expect(reply.status).toBe(200);
  return /核对码 (\d{6})/.exec(page)?.[1] ?? "";
}

/** A person at the provider: follows its pages and signs in there; answers the address that leads back to us. */
async function atProvider(url: string, account: string): Promise<string> {
  const jar = new Map<string, string>();
  let next = url;
  let form: string | undefined;
  for (let step = 0; step < 12; step += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const reply: Response = await fetch(next, {
      redirect: "manual",
      headers: { cookie, "content-type": "application/x-www-form-urlencoded" },
      ...(form === undefined ? {} : { method: "POST", body: form }),
    });
    for (const line of reply.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    form = undefined;
    const location = reply.headers.get("location");
    if (location !== null) {
      next = new URL(location, next).href;
      if (next.startsWith("https://worker.test")) return next.slice("https://worker.test".length);
      continue;
    }
    const page = await reply.text();
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    const action = /action="([^"]+)"/.exec(page)?.[1];
    if (prompt === undefined || action === undefined)
      throw new Error(`the provider answered ${reply.status}: ${page.slice(0, 300)}`);
    next = new URL(action, next).href;
    form = new URLSearchParams({
      prompt,
      ...(prompt === "login" ? { login: account, password: "x" } : {}),
    }).toString();
  }
  throw new Error("the provider never sent the person back");
}

describe.each([
  ["a public client", { OIDC_CLIENT: "first-button" }],
  ["a client with a secret", { OIDC_CLIENT: "with-secret", OIDC_SECRET: "a secret: of/the bureau" }],
])("%s", (_, client) => {
  it.each(["oidc", "oidcAsked"] as const)("signs in whom the provider vouches for (%s)", async (issuer) => {
    settings = { ...client, OIDC_ISSUER: inject(issuer), OIDC_LABEL: "市局统一认证" };
    await hire(admin, "han", ["officer"]);
    expect(await (await ask("/v1/ways")).json()).toEqual({ local: true, oidc: "市局统一认证" });
    const { id, url } = await begin();
    expect(new URL(url).searchParams.get("code_challenge_method")).toBe("S256");
    expect(await take(id)).toEqual({ waiting: true });
    const code = await comeBack(await atProvider(url, "Han"));
    expect(await take(id)).toEqual({ waiting: false });
    expect(await take(id, { code })).toEqual({ waiting: false, account: "han" });
    const { session } = await take(id, { code, device: "desk" });
    expect(session?.member.account).toBe("han");
    const { body } = await call("devices", undefined, { token: session?.token });
    expect(body.devices.filter(({ current }) => current)).toMatchObject([
      { way: "oidc", label: "值班室 Chromium 109" },
    ]);
    expect((await take(id, { code, device: "desk" })).code).toBe("not-signed-in");
  });
});

it("opens no account that is not there or was stopped, and says why where it began", async () => {
  const han = await hire(admin, "han", ["officer"]);
  await call("disableMember", { said: "调离" }, { token: admin.token, params: { id: han.id } });
  for (const [account, why] of [
    ["nobody", "没有登记"],
    ["han", "停用"],
  ] as const) {
    const { id, url } = await begin();
    expect((await ask(await atProvider(url, account))).status).toBe(400);
    expect((await take(id)).message).toContain(why);
  }
});

it("gives the session to nobody but the browser that began", async () => {
  await hire(admin, "han", ["officer"]);
  const first = await begin();
  const code = await comeBack(await atProvider(first.url, "han"));
  expect((await take(first.id, { verifier: "00".repeat(32), code })).code).toBe("not-signed-in");
  expect((await take(first.id, { code, device: "desk" })).code).toBe("not-signed-in");
});

it("gives nothing to who talked another into signing in, without the code that only the other sees", async () => {
  await hire(admin, "han", ["officer"]);
  const { id, url } = await begin();
  const code = await comeBack(await atProvider(url, "han"));
  const wrong = code === "000000" ? "000001" : "000000";
  expect((await take(id, { device: "desk" })).session).toBeUndefined();
  for (let i = 0; i < 4; i += 1)
    expect((await take(id, { code: wrong, device: "desk" })).code).toBe("bad-credentials");
  expect((await take(id, { code: wrong, device: "desk" })).code).toBe("not-signed-in");
  expect((await take(id, { code, device: "desk" })).code).toBe("not-signed-in");
});

describe("the way back", () => {
  it("is gone once, with the code that belongs to it", async () => {
    await hire(admin, "han", ["officer"]);
    const [mine, other] = [await begin(), await begin()];
    const way = await atProvider(mine.url, "han");
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    // The code of one sign-in brought to another fits neither its verifier nor its nonce.
    const swapped = way.replace(mine.id, other.id);
    expect((await ask(swapped)).status).toBe(400);
    expect((await take(other.id)).message).toContain("核对不上");
    const code = await comeBack(way);
    expect((await ask(way)).status).toBe(400);
    log.mockRestore();
    expect((await take(mine.id, { code, device: "desk" })).session?.member.account).toBe("han");
  });
  it.each(["", "?state=x&code=y", `?state=${"0".repeat(48)}&code=y`])("is not %j", async (query) => {
    expect((await ask(`/v1/sign-on/back${query}`)).status).toBe(400);
  });
  it("cancelled at the provider says so", async () => {
    const { id } = await begin();
    expect((await ask(`/v1/sign-on/back?state=${id}&error=access_denied`)).status).toBe(400);
    expect((await take(id)).message).toContain("取消");
  });
});

it("refuses an identity token that was made for another sign-in", async () => {
  await hire(admin, "han", ["officer"]);
  const { id, url } = await begin();
  const way = await atProvider(url, "han");
  await inDirectory((sql) => sql.exec("UPDATE sign_ons SET nonce = 'another' WHERE id = ?", id));
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  expect((await ask(way)).status).toBe(400);
  expect(log.mock.calls.flat().join()).toContain("another sign-in");
  log.mockRestore();
});

it("without a provider there are local accounts only; one that is away is told", async () => {
  settings = {};
  expect(await (await ask("/v1/ways")).json()).toEqual({ local: true, oidc: null });
  expect((await ask("/v1/sign-on", { challenge: CHALLENGE })).status).toBe(404);
  settings = { OIDC_ISSUER: "http://127.0.0.1:9", OIDC_CLIENT: "first-button" };
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const reply = await ask("/v1/sign-on", { challenge: CHALLENGE });
  expect([reply.status, ((await reply.json()) as Told).message]).toEqual([
    503,
    expect.stringContaining("本地账号"),
  ]);
  log.mockRestore();
});
