// The browser's leave to read the platforms: asked for those that are missing only, put off or given.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { chromeOf, type Edge, edgeFor, session } from "../sample/background.ts";
import { close, open, press, shown } from "../sample/draw.ts";

const HOSTS = ["https://case.example.invalid/*", "https://incident.example.invalid/*"];
let edge: Edge;
let granted: Set<string>;
let asked: string[][];
let yes: boolean;

beforeEach(() => {
  localStorage.clear();
  edge = edgeFor("officer");
  granted = new Set(HOSTS.slice(1));
  [asked, yes] = [[], true];
  const base = chromeOf(edge) as { runtime: object };
  vi.stubGlobal("chrome", {
    ...base,
    runtime: { ...base.runtime, getManifest: () => ({ host_permissions: HOSTS }) },
    permissions: {
      contains: async ({ origins }: { origins: string[] }) => origins.every((one) => granted.has(one)),
      request: async ({ origins }: { origins: string[] }) => {
        asked.push(origins);
        if (yes) for (const one of origins) granted.add(one);
        return yes;
      },
    },
  });
});
afterEach(close);

const says = (text: string): Promise<void> => vi.waitFor(() => expect(shown()).toContain(text));

it("asks for the configured platforms that are missing, and for no others", async () => {
  open("");
  await says("允许读取办案平台");
  expect(shown()).toContain("https://case.example.invalid");
  expect(shown()).not.toContain("https://incident.example.invalid");
  await press("允许");
  await vi.waitFor(() => expect(shown()).not.toContain("允许读取办案平台"));
  expect(asked).toEqual([[HOSTS[0]]]);
});

it("says so when the browser's question was refused, and can be put off", async () => {
  yes = false;
  open("");
  await says("允许读取办案平台");
  await press("允许");
  await says("浏览器没有允许");
  await press("以后再说");
  await vi.waitFor(() => expect(shown()).not.toContain("允许读取办案平台"));
});

it("asks nothing where everything is given", async () => {
  granted = new Set(HOSTS);
  open("");
  await vi.waitFor(() => expect(shown()).toContain("林知秋"));
  expect(shown()).not.toContain("允许读取办案平台");
});

it("the sign-in of a shared PC says whose it is and why the last officer was signed out", async () => {
  edge.requests.session = () => ({
    ok: true,
    value: session({ connection: "signed-out", unit: "柳桥派出所", idledOut: 30 }),
  });
  edge.routes.health = () => ({ ok: true, now: 0, started: true, version: "0" });
  open("");
  await says("本机属于柳桥派出所");
  expect(shown()).toContain("空闲 30 分钟，已自动退出登录");
});
