// Hostile bodies: a clear refusal with its code, no stack trace, and the next request is served.
import { beforeAll, describe, expect, it, vi } from "vitest";
import { call, deploy, env, inUnit, type Person, request } from "./deployment.ts";

let admin: Person;
beforeAll(async () => {
  admin = await deploy();
});

const sent = async (raw: BodyInit) => {
  const { status, body } = await call("signIn", undefined, { raw });
  return [status, body.code];
};
const bytes = (...list: number[]): Uint8Array => Uint8Array.of(...list);
const deep = (n: number): string => `${"[".repeat(n)}${"]".repeat(n)}`;
const good = `{"account":"a","password":"b","device":"c"`;

const BODIES: Readonly<Record<string, readonly [raw: BodyInit, status: number, code: string]>> = {
  nothing: ["", 400, "bad-json"],
  "no JSON": ["hello", 400, "bad-json"],
  "half of JSON": [good, 400, "bad-json"],
  "two documents": ["{} {}", 400, "bad-json"],
  NaN: [`${good},"x":NaN}`, 400, "bad-json"],
  "a byte order mark": ["\uFEFF{}", 400, "bad-json"],
  "bytes that are no UTF-8": [bytes(0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d), 400, "bad-json"],
  "an array": ["[]", 400, "bad-shape"],
  null: ["null", 400, "bad-shape"],
  "a number": ["1", 400, "bad-shape"],
  "a number beyond all": [`{"account":1e999,"password":"b","device":"c"}`, 400, "bad-shape"],
  "half a character": [`${good.replace('"a"', '"\\ud800"')}}`, 400, "bad-shape"],
  "a prototype": [`${good},"__proto__":{"roles":["admin"]}}`, 400, "bad-shape"],
  "a prototype in disguise": [`${good},"\\u005f_proto__":1}`, 400, "bad-shape"],
  "a key too many": [`${good},"admin":true}`, 400, "bad-shape"],
  "the wrong type": [`{"account":["a"],"password":"b","device":"c"}`, 400, "bad-shape"],
  "100 levels": [deep(100), 400, "bad-shape"],
  "100 000 levels": [deep(100_000), 400, "bad-shape"],
  "100 000 levels that do not close": ["[".repeat(100_000), 400, "bad-shape"],
  "100 000 keys": [`{${Array.from({ length: 50_000 }, (_, i) => `"k${i}":0`).join()}}`, 400, "bad-shape"],
  "just over a megabyte": [`"${"x".repeat(1_048_576)}"`, 413, "too-large"],
  "ten megabytes": ["x".repeat(10_000_000), 413, "too-large"],
};

describe("a body of", () => {
  it.each(Object.entries(BODIES))("%s", async (_, [raw, status, code]) => {
    expect(await sent(raw)).toEqual([status, code]);
    expect((await call("health")).status).toBe(200);
  });
  it("unknown length is counted while it is read", async () => {
    let left = 40;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => (left-- > 0 ? controller.enqueue(new Uint8Array(65_536)) : controller.close()),
    });
    expect(await sent(endless)).toEqual([413, "too-large"]);
    expect(left).toBeGreaterThan(10);
  });
});

it("a prototype deep inside a free-form part is refused as well", async () => {
  const raw = '{"rule":{"id":"x","examples":[{"given":{"__proto__":{"id":"y"}}}]}}';
  const { status, body } = await call("checkRule", undefined, { token: admin.token, raw });
  expect([status, body.code]).toEqual([400, "bad-shape"]);
});

describe("a refusal", () => {
  it("does not repeat what was sent", async () => {
    const { body } = await call("signIn", { account: 7, password: "110101199001011234", device: "c" });
    expect(JSON.stringify(body)).not.toContain("110101199001011234");
  });
  it("of a query names the place", async () => {
    const { body } = await call("consistency", undefined, { token: admin.token, query: { from: "-1" } });
    expect([body.code, body.at]).toEqual(["bad-shape", "from"]);
  });
  it.each(["/", "/v1", "/v1/none", "/v1/cases/..%2f..%2fetc", "/v1/cases/%E0%A4%A/ledger", "/v1/units/"])(
    "of the path %s is no page",
    async (path) => {
      const reply = await request(path, { headers: { authorization: `Bearer ${admin.token}` } });
      expect(reply.headers.get("content-type")).toContain("json");
      expect(reply.status).toBeLessThan(500);
    },
  );
  it("of something unexpected has a number and no stack trace", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    await inUnit("root", (sql) => sql.exec("ALTER TABLE cases RENAME TO hidden"));
    const { status, body } = await call("cases", undefined, { token: admin.token });
    await inUnit("root", (sql) => sql.exec("ALTER TABLE hidden RENAME TO cases"));
    expect([status, body.code]).toEqual([500, "internal"]);
    const number = /编号 ([0-9a-f]{8})/.exec(body.message ?? "")?.[1] ?? "none";
    expect(JSON.stringify(body)).not.toMatch(/SQL|table|\.ts|at /);
    expect(log.mock.calls.flat().join()).toContain(number);
    log.mockRestore();
  });
});

describe("cross-origin", () => {
  const allowed = async (origin: string) =>
    (await request("/v1/health", { headers: { origin } })).headers.get("access-control-allow-origin");
  it("is for extensions only", async () => {
    const chrome = `chrome-extension://${"a".repeat(32)}`;
    const firefox = "moz-extension://0f8d3f6e-1f2e-4a4b-9c3d-2b1a0f8d3f6e";
    expect(await allowed(chrome)).toBe(chrome);
    expect(await allowed(firefox)).toBe(firefox);
    for (const origin of ["https://evil.test", "null", "chrome-extension://evil", `${chrome}.evil.test`]) {
      expect(await allowed(origin)).toBeNull();
    }
  });
});

it("the settings of this run are those of the tests", () => {
  expect(env.APPROVALS).toBe("2");
});
