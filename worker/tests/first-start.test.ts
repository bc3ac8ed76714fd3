// The first start: one code in the log, one administrator, once.
import { abortAllDurableObjects, reset } from "cloudflare:test";
import { beforeEach, expect, it, vi } from "vitest";
import { call, firstCode, PASSWORD } from "./deployment.ts";

const admin = { account: "admin", name: "管某某", password: PASSWORD, unitName: "星河市公安局" };
beforeEach(reset);

/** The log's one line: the code, and the fingerprint that the first sign-in shows. */
const line = (code: string): RegExp =>
  new RegExp(`^首次启动码 ${code}\u3000规则包公钥指纹( [0-9a-f]{4}){8}$`);

it("prints the code in one line until it has been used, also after a restart", async () => {
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  const code = await firstCode();
  expect(log.mock.calls).toContainEqual([expect.stringMatching(line(code))]);
  expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  await abortAllDurableObjects();
  log.mockClear();
  expect((await call("health")).body.started).toBe(false);
  expect(log.mock.calls).toContainEqual([expect.stringMatching(line(code))]);
  await call("firstAdmin", { ...admin, code });
  await abortAllDurableObjects();
  log.mockClear();
  expect((await call("health")).body.started).toBe(true);
  expect(log.mock.calls.filter(([line]) => String(line).startsWith("首次启动码"))).toEqual([]);
});

it("takes the code once, however it was typed", async () => {
  const code = await firstCode();
  const made = await call("firstAdmin", { ...admin, code: ` ${code.toLowerCase()} ` });
  expect(made.body.member).toMatchObject({ account: "admin", roles: ["admin"], unitName: "星河市公安局" });
  const again = await call("firstAdmin", { ...admin, account: "second", code });
  expect([again.status, again.body.code]).toEqual([403, "bad-code"]);
});

it("refuses a wrong code and locks after five", async () => {
  const code = await firstCode();
  for (let i = 0; i < 5; i += 1) {
    expect((await call("firstAdmin", { ...admin, code: "AAAA-AAAA-AAAA" })).body.code).toBe("bad-code");
  }
  expect((await call("firstAdmin", { ...admin, code })).body.code).toBe("locked");
  expect((await call("health")).body.started).toBe(false);
});
