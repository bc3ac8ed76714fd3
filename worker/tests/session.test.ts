// Sessions: forged, expired and used tokens are refused, wrong passwords lock, signing out ends at once.
import { SignJWT, UnsecuredJWT } from "jose";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { advance, HOUR, MINUTE, START, setClock } from "./clock.ts";
import { call, deploy, hire, PASSWORD, type Person, request, signIn } from "./deployment.ts";

let admin: Person;
beforeEach(async () => {
  setClock(START);
  admin = await deploy();
});
afterEach(() => vi.useRealTimers());

const me = async (token: string) => (await call("me", undefined, { token })).body.code ?? "welcome";
const flipped = (text: string, at: number): string =>
  `${text.slice(0, at)}${text[at] === "A" ? "B" : "A"}${text.slice(at + 1)}`;

describe("an access token", () => {
  it("works and names its member", async () => {
    expect((await call("me", undefined, { token: admin.token })).body.member.account).toBe("admin");
  });
  it("is over after a quarter of an hour", async () => {
    advance(14 * MINUTE);
    expect(await me(admin.token)).toBe("welcome");
    advance(2 * MINUTE);
    expect(await me(admin.token)).toBe("not-signed-in");
  });
  it("is refused when any part was altered", async () => {
    const [head = "", claims = "", signature = ""] = admin.token.split(".");
    expect(await me(`${flipped(head, 5)}.${claims}.${signature}`)).toBe("not-signed-in");
    expect(await me(`${head}.${flipped(claims, 8)}.${signature}`)).toBe("not-signed-in");
    expect(await me(`${head}.${claims}.${flipped(signature, 3)}`)).toBe("not-signed-in");
    expect(await me(`${head}.${claims}.`)).toBe("not-signed-in");
    expect(await me(`${head}.${claims}`)).toBe("not-signed-in");
  });
  it("is refused when another secret or none signed it", async () => {
    const claims = JSON.parse(atob(admin.token.split(".")[1] ?? "")) as Record<string, string>;
    const forged = await new SignJWT(claims).setProtectedHeader({ alg: "HS256" }).sign(new Uint8Array(32));
    expect(await me(forged)).toBe("not-signed-in");
    expect(await me(new UnsecuredJWT(claims).encode())).toBe("not-signed-in");
  });
  it.each(["", "Bearer", "Basic YTpi", "Bearer a b", "Bearer ../..", `Bearer ${"x".repeat(9000)}`])(
    "is not %j",
    async (authorization) => {
      const reply = await request("/v1/me", { headers: authorization === "" ? {} : { authorization } });
      expect([reply.status, ((await reply.json()) as { code: string }).code]).toEqual([401, "not-signed-in"]);
    },
  );
  it("ends when its owner signs out", async () => {
    await call("signOut", {}, { token: admin.token });
    expect(await me(admin.token)).toBe("not-signed-in");
    const { body } = await call("refresh", { refresh: admin.refresh, device: admin.device });
    expect(body.code).toBe("not-signed-in");
  });
});

describe("a refresh token", () => {
  const renew = (refresh: string, device = admin.device) => call("refresh", { refresh, device });
  it("works once and gives the next", async () => {
    const second = await renew(admin.refresh);
    expect(await me(second.body.token)).toBe("welcome");
    const third = await renew(second.body.refresh);
    expect(third.status).toBe(200);
  });
  it("used twice ends the whole session, the thief's and the owner's", async () => {
    const second = await renew(admin.refresh);
    advance(31_000);
    expect((await renew(admin.refresh)).body.code).toBe("not-signed-in");
    expect((await renew(second.body.refresh)).body.code).toBe("not-signed-in");
    expect(await me(second.body.token)).toBe("not-signed-in");
  });
  it("whose answer was lost works once more within half a minute, and the lost one ends the session", async () => {
    const lost = await renew(admin.refresh);
    advance(29_000);
    const again = await renew(admin.refresh);
    expect(await me(again.body.token)).toBe("welcome");
    const next = await renew(again.body.refresh);
    expect(next.status).toBe(200);
    expect((await renew(lost.body.refresh)).body.code).toBe("not-signed-in");
    expect((await renew(next.body.refresh)).body.code).toBe("not-signed-in");
  });
  it("whose answer was lost works no third time", async () => {
    await renew(admin.refresh);
    const again = await renew(admin.refresh);
    expect(again.status).toBe(200);
    expect((await renew(admin.refresh)).body.code).toBe("not-signed-in");
    expect((await renew(again.body.refresh)).body.code).toBe("not-signed-in");
  });
  it("before the last two is never taken, and no other device gets the grace", async () => {
    const second = await renew(admin.refresh);
    await renew(second.body.refresh);
    expect((await renew(admin.refresh)).body.code).toBe("not-signed-in");
    const other = await signIn("admin");
    await renew(other.refresh);
    expect((await renew(other.refresh, "elsewhere")).body.code).toBe("not-signed-in");
    expect((await renew(other.refresh)).body.code).toBe("not-signed-in");
  });
  it("does not work on another device", async () => {
    expect((await renew(admin.refresh, "elsewhere")).body.code).toBe("not-signed-in");
    expect((await renew(admin.refresh)).body.code).toBe("not-signed-in");
  });
  it("does not live for ever, and is not guessed", async () => {
    expect((await renew(`${admin.refresh.split(".")[0]}.00`)).body.code).toBe("not-signed-in");
    const other = await signIn("admin");
    advance(8 * 24 * HOUR);
    expect((await renew(other.refresh)).body.code).toBe("not-signed-in");
  });
});

describe("a password", () => {
  const enter = async (account: string, password: string) =>
    (await call("signIn", { account, password, device: "d" })).body.code ?? "welcome";
  it("wrong five times locks the account for five minutes, the right one too", async () => {
    await hire(admin, "han", ["officer"]);
    const tries: string[] = [];
    for (let i = 0; i < 5; i += 1) tries.push(await enter("han", "wrong password"));
    expect(tries).toEqual([
      "bad-credentials",
      "bad-credentials",
      "bad-credentials",
      "bad-credentials",
      "locked",
    ]);
    expect(await enter("han", PASSWORD)).toBe("locked");
    expect(await enter("admin", PASSWORD)).toBe("welcome");
    advance(5 * MINUTE + 1);
    expect(await enter("HAN ", PASSWORD)).toBe("welcome");
  });
  it("right in between starts the count anew", async () => {
    for (let i = 0; i < 4; i += 1) await enter("admin", "wrong password");
    expect(await enter("admin", PASSWORD)).toBe("welcome");
    expect(await enter("admin", "wrong password")).toBe("bad-credentials");
  });
  it("wrong and an account that is not there answer the same", async () => {
    const wrong = await call("signIn", { account: "admin", password: "wrong password", device: "d" });
    const nobody = await call("signIn", { account: "nobody", password: "wrong password", device: "d" });
    expect(nobody).toEqual(wrong);
  });
});
