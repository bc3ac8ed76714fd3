// One's own account: the first password must be changed, devices are listed and ended, two devices never share a token.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { signedEntry } from "./batch.ts";
import { advance, HOUR, MINUTE, START, setClock } from "./clock.ts";
import {
  call,
  deploy,
  FIRST_PASSWORD,
  hire,
  inDirectory,
  PASSWORD,
  type Person,
  signIn,
} from "./deployment.ts";

const DAY = 24 * HOUR;
let admin: Person;
beforeEach(async () => {
  setClock(START);
  admin = await deploy();
});
afterEach(() => vi.useRealTimers());

const make = async (account: string, password?: string) =>
  (
    await call(
      "createMember",
      {
        account,
        name: "韩某某",
        unit: "root",
        roles: ["officer"],
        ...(password === undefined ? {} : { password }),
      },
      { token: admin.token },
    )
  ).body;
const enter = (account: string, password: string) => call("signIn", { account, password, device: "d" });

describe("the first password", () => {
  it("is made by the service, told once and kept only as a hash", async () => {
    const { initial } = await make("han");
    expect(initial?.password).toMatch(/^([2-9A-Z]{4}-){3}[2-9A-Z]{4}$/);
    const stored = await inDirectory((sql) => JSON.stringify(sql.exec("SELECT * FROM members").toArray()));
    expect(stored).not.toContain(initial?.password);
    expect(stored).not.toContain(initial?.password.replace(/-/g, ""));
  });
  it.each([
    ["made by the service", undefined],
    ["typed by the administrator", FIRST_PASSWORD],
  ])("%s opens nothing but changing it", async (_, typed) => {
    const { initial } = await make("han", typed);
    const first = initial?.password ?? FIRST_PASSWORD;
    const { body } = await enter("han", ` ${first.toLowerCase()} `.trim());
    expect(body.mustChange).toBe(true);
    const { token } = body;
    for (const id of ["cases", "units", "pack", "devices", "socketTicket"] as const)
      expect((await call(id, {}, { token })).body.code).toBe("must-change");
    expect((await call("me", undefined, { token })).status).toBe(200);
    const change = async (password: string, old = first) =>
      (await call("changePassword", { old, password }, { token })).body.code ?? "changed";
    expect(await change("another horse", "wrong password")).toBe("bad-credentials");
    expect(await change(first)).toBe("bad-value");
    expect(await change("aaaaaaaaaaaaaa")).toBe("bad-value");
    expect(await change("another horse")).toBe("changed");
    expect((await call("cases", undefined, { token })).status).toBe(200);
    expect((await enter("han", first)).body.code).toBe("bad-credentials");
    expect((await enter("han", "another horse")).body.mustChange).toBeUndefined();
  });
  it("is over after two weeks", async () => {
    const { initial } = await make("han");
    advance(14 * DAY + 1);
    const late = await enter("han", initial?.password ?? "");
    expect([late.body.code, late.body.message]).toEqual([
      "bad-credentials",
      expect.stringContaining("重新生成"),
    ]);
    expect((await enter("han", "2222-2222-2222-2222")).body.message).toBe("账号或者密码不对");
  });
  it("is guessed no more than an own one", async () => {
    await make("han");
    for (let i = 0; i < 4; i += 1) await enter("han", "2222-2222-2222-2222");
    expect((await enter("han", "2222-2222-2222-2222")).body.code).toBe("locked");
  });
});

describe("the administrator", () => {
  const at = (person: Person) => ({ token: admin.token, params: { id: person.id } });
  it("gives a new first password: old one, locks and devices are gone", async () => {
    const han = await hire(admin, "han", ["officer"]);
    for (let i = 0; i < 5; i += 1) await enter("han", "wrong password");
    const { body } = await call("resetPassword", {}, at(han));
    expect((await call("me", undefined, { token: han.token })).body.code).toBe("not-signed-in");
    expect((await enter("han", PASSWORD)).body.code).toBe("bad-credentials");
    expect((await enter("han", body.initial.password)).body.mustChange).toBe(true);
    const { members } = (await call("members", undefined, { token: admin.token })).body;
    expect(members.find(({ account }) => account === "han")).toMatchObject({
      state: "initial",
      lockedUntil: null,
    });
  });
  it("stops an account at once and opens it again with a new password", async () => {
    const han = await hire(admin, "han", ["officer"]);
    expect((await call("disableMember", { said: "辞职" }, at(han))).status).toBe(200);
    expect((await call("me", undefined, { token: han.token })).body.code).toBe("not-signed-in");
    expect((await call("refresh", { refresh: han.refresh, device: han.device })).body.code).toBe(
      "not-signed-in",
    );
    expect((await enter("han", PASSWORD)).body.message).toContain("停用");
    const { body } = await call("enableMember", {}, at(han));
    expect((await enter("han", body.initial.password)).status).toBe(200);
  });
  it("does none of this to the own account", async () => {
    const id = admin.id;
    const own = { token: admin.token, params: { id } };
    expect((await call("resetPassword", {}, own)).body.code).toBe("not-allowed");
    expect((await call("disableMember", { said: "x" }, own)).body.code).toBe("not-allowed");
    expect((await call("changeMember", { roles: ["admin", "auditor"] }, own)).body.code).toBe("not-allowed");
    expect((await call("changeMember", { phone: "00000012345" }, own)).status).toBe(200);
  });
});

describe("devices", () => {
  const list = async (who: Person) => (await call("devices", undefined, { token: who.token })).body.devices;
  it("are listed with their last use, and ended one by one", async () => {
    const desk = await hire(admin, "han", ["officer"]);
    advance(10 * MINUTE);
    const hall = await signIn("han", "hall");
    expect((await list(hall)).map(({ current }) => current)).toEqual([true, false]);
    const other = (await list(hall)).find(({ current }) => !current)?.id ?? "";
    expect((await call("endDevice", {}, { token: hall.token, params: { id: other } })).status).toBe(200);
    expect((await call("me", undefined, { token: desk.token })).body.code).toBe("not-signed-in");
    expect(await list(hall)).toHaveLength(1);
    expect((await call("endDevice", {}, { token: hall.token, params: { id: other } })).body.code).toBe(
      "not-found",
    );
  });
  it("of others cannot be ended", async () => {
    const han = await hire(admin, "han", ["officer"]);
    const li = await hire(admin, "li", ["officer"]);
    const [theirs] = await list(li);
    const ended = await call("endDevice", {}, { token: han.token, params: { id: theirs?.id ?? "" } });
    expect(ended.body.code).toBe("not-found");
    expect(await list(li)).toHaveLength(1);
  });
  it("are all signed out by an administrator, and by a new password all but the one at hand", async () => {
    const first = await hire(admin, "han", ["officer"]);
    const second = await signIn("han", "second");
    const changed = await call(
      "changePassword",
      { old: PASSWORD, password: "another horse" },
      { token: second.token },
    );
    expect(changed.body.ended).toBe(1);
    expect((await call("me", undefined, { token: first.token })).body.code).toBe("not-signed-in");
    const { body } = await call("endMemberDevices", {}, { token: admin.token, params: { id: second.id } });
    expect(body.ended).toBe(1);
    expect((await call("me", undefined, { token: second.token })).body.code).toBe("not-signed-in");
  });
});

describe("two devices with one token", () => {
  it("a copied refresh token ends both, whoever uses it first", async () => {
    const han = await hire(admin, "han", ["officer"]);
    const thief = await call("refresh", { refresh: han.refresh, device: han.device });
    expect(thief.status).toBe(200);
    // Within half a minute it may have been a lost answer: the owner goes on, and the thief's next use tells.
    const owner = await call("refresh", { refresh: han.refresh, device: han.device });
    expect(owner.status).toBe(200);
    expect(
      (await call("refresh", { refresh: thief.body.refresh, device: han.device })).body.message,
    ).toContain("已经用过");
    for (const token of [thief.body.token, owner.body.token, han.token])
      expect((await call("me", undefined, { token })).body.code).toBe("not-signed-in");
  });
  it("a copied access token numbers no entries of another device", async () => {
    const han = await hire(admin, "han", ["officer"]);
    const send = (device: string, ...entries: ReturnType<typeof signedEntry>[]) =>
      call("sync", { device, entries }, { token: han.token });
    expect((await send("copy", signedEntry(1))).body.code).toBe("not-allowed");
    expect((await send(han.device, signedEntry(1))).body.acked).toBe(1);
    // A cloned disk numbers its own entries alike: the second content under the same number is refused, nothing is lost.
    const clone = { ...signedEntry(1), caseKey: "警综平台:A9901000000000000000999" };
    expect((await send(han.device, clone)).body.code).toBe("conflict");
  });
});
