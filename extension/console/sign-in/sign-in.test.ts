// The way in: address, first administrator, key to confirm, sign-in, and what is said when it fails.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { fingerprint } from "../../../shared/ledger/fingerprint.ts";
import type { SessionView } from "../../protocol/messages.ts";
import { bodies, chromeOf, type Edge, edgeFor, member, Refuse, session } from "../sample/background.ts";
import { close, labelled, one, open, press, shown, submit, type } from "../sample/draw.ts";

const KEY = "ab".repeat(32);
let edge: Edge;
let view: SessionView;
let started: boolean;

beforeEach(() => {
  localStorage.clear();
  edge = edgeFor();
  view = session();
  started = true;
  edge.requests.session = () => ({ ok: true, value: view });
  edge.routes.health = () => ({ ok: true, now: 0, started, version: "0" });
  vi.stubGlobal("chrome", chromeOf(edge));
});
afterEach(close);

const says = (text: string): Promise<void> => vi.waitFor(() => expect(shown()).toContain(text));

it("asks for the address once, and only takes one that can be an address", async () => {
  view = { managed: false, connection: "signed-out", pack: view.pack };
  edge.requests["set-server"] = ({ url }) => {
    view = session({ server: url });
    return { ok: true, value: view };
  };
  open("");
  await says("服务地址");
  await type(labelled("地址"), "fb.example.invalid");
  await submit();
  await says("地址以 http:// 或者 https:// 开头");
  expect(edge.asked.map(({ name }) => name)).not.toContain("set-server");
  await type(labelled("地址"), " https://fb.example.invalid/ ");
  await submit();
  await says("登录");
  expect(edge.asked.find(({ name }) => name === "set-server")?.input).toEqual({
    url: "https://fb.example.invalid",
  });
});

it("hides the address where the unit has set it", async () => {
  view = session({ managed: true });
  edge.routes.health = () => {
    throw new Refuse("busy", "连不上服务 http://127.0.0.1:8787");
  };
  open("");
  await says("连不上服务 http://127.0.0.1:8787");
  expect(shown()).toContain("检查网络和服务地址后重试");
  expect(shown()).toContain("地址由单位统一设置");
  expect(shown()).not.toContain("改服务地址");
  edge.routes.health = () => ({ ok: true, now: 0, started: true, version: "0" });
  await press("重试");
  await vi.waitFor(() => one("h1", "登录"));
  expect(shown()).not.toContain("改服务地址");
});

it("makes the first administrator, then shows the key and signs in only when it was confirmed", async () => {
  started = false;
  edge.routes.firstAdmin = () => {
    started = true;
    return { member: {} };
  };
  edge.requests["sign-in"] = ({ trustKey }) => {
    if (trustKey === "") return { ok: true, value: session({ connection: "signed-out", offeredKey: KEY }) };
    view = session({ member: member("officer") });
    return { ok: true, value: view };
  };
  edge.routes.cases = () => ({ cases: [] });
  edge.routes.desk = () => ({ cases: [], findings: [], unchecked: [], notes: [], day: [], rules: [], at: 0 });
  open("");
  await says("建立第一个管理员");
  await submit();
  await says("请填写首次启动码");
  expect(shown()).toContain("密码至少 10 个字符");
  await type(labelled("首次启动码"), " ABCD-EFGH-JKMN ");
  await type(labelled("单位名称"), "星河市公安局");
  await type(labelled("账号"), "xuheng");
  await type(labelled("姓名"), "许衡");
  await type(labelled("密码"), "long enough 1");
  await type(labelled("再输一次密码"), "long enough 2");
  await submit();
  await says("两次输入的密码不同");
  expect(bodies(edge, "firstAdmin")).toEqual([]);
  await type(labelled("再输一次密码"), "long enough 1");
  await submit();
  await says("核对规则包公钥");
  expect(bodies(edge, "firstAdmin")).toEqual([
    {
      code: "ABCD-EFGH-JKMN",
      unitName: "星河市公安局",
      account: "xuheng",
      name: "许衡",
      password: "long enough 1",
    },
  ]);
  const groups = [...document.querySelectorAll(".fingerprint span")].map((span) => span.textContent);
  expect(groups.join(" ")).toBe(fingerprint(KEY));
  expect(groups).toHaveLength(8);
  await press("一致，确认并登录");
  await says("今天没有要办的");
  const asks = edge.asked.filter(({ name }) => name === "sign-in").map(({ input }) => input);
  expect(asks).toEqual([
    { account: "xuheng", password: "long enough 1", trustKey: "" },
    { account: "xuheng", password: "long enough 1", trustKey: KEY },
  ]);
});

it("does not sign in when the fingerprint differs", async () => {
  edge.requests["sign-in"] = () => ({ ok: true, value: session({ offeredKey: KEY }) });
  open("");
  await vi.waitFor(() => one("h1", "登录"));
  await type(labelled("账号"), "chenli");
  await type(labelled("密码"), "p");
  await submit();
  await says("核对规则包公钥");
  await press("不一致，不登录");
  await vi.waitFor(() => one("h1", "登录"));
  expect(edge.asked.filter(({ name }) => name === "sign-in")).toHaveLength(1);
});

it("says why a sign-in failed and what to do, and keeps what was typed", async () => {
  edge.requests["sign-in"] = () => ({ ok: false, code: "bad-credentials", message: "账号或者密码不对" });
  open("");
  await vi.waitFor(() => one("h1", "登录"));
  await submit();
  await says("请填写账号");
  expect(edge.asked.map(({ name }) => name)).not.toContain("sign-in");
  await type(labelled("账号"), "chenli");
  await type(labelled("密码"), "wrong");
  await submit();
  await says("账号或者密码不对");
  expect(shown()).toContain("核对账号和密码");
  expect(one('[role="alert"]')).toBeTruthy();
  expect(labelled("账号").value).toBe("chenli");
});

it("says that it works while it works", async () => {
  let release = (): void => undefined;
  edge.requests["sign-in"] = () =>
    new Promise((done) => {
      release = () => done({ ok: false, code: "busy", message: "连不上" });
    });
  open("");
  await vi.waitFor(() => one("h1", "登录"));
  await type(labelled("账号"), "chenli");
  await type(labelled("密码"), "p");
  await submit();
  await vi.waitFor(() => one("button", "登录中"));
  expect(one<HTMLButtonElement>("button", "登录中").disabled).toBe(true);
  release();
  await says("连不上");
});

it("asks an unreachable service again by itself", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  try {
    edge.routes.health = () => {
      throw new Refuse("busy", "连不上服务");
    };
    open("");
    await says("检查网络和服务地址后重试");
    edge.routes.health = () => ({ ok: true, now: 0, started: true, version: "0" });
    vi.advanceTimersByTime(5_000);
    await vi.waitFor(() => one("h1", "登录"));
  } finally {
    vi.useRealTimers();
  }
});
