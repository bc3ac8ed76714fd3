// A frame whose line opened before its document had an address is taught that document's profile before anything of it is a case.
import { beforeEach, expect, test, vi } from "vitest";
import type { SentScan } from "../protocol/frame-scan.ts";
import type { BackgroundToFrame, FrameToBackground } from "../protocol/messages.ts";
import type * as Cases from "./cases.ts";
import type * as Connect from "./connect-frame.ts";

const PAGE = "http://127.0.0.1:8080/old/work.jsp?AJBH=A9901045200002025120310";
const NUMBER = "A9901045200002025120310";

/** What the frame sees on that page; the profile is the one by which it was read. */
const scan = (profile?: string): SentScan =>
  ({
    frame: "1",
    url: PAGE,
    host: "127.0.0.1:8080",
    title: "",
    titles: [],
    ...(profile === undefined ? {} : { profile: { id: profile } }),
    groups: [{ key: 1, titles: [], search: false, touched: false }],
    cells: [{ label: "案件编号", value: NUMBER, css: "#number", group: 1 }],
    tables: [],
    faults: [],
    slow: false,
    paths: [],
  }) as unknown as SentScan;

let said: BackgroundToFrame[];
let say: (message: FrameToBackground) => void;
let connect: typeof Connect;
let cases: typeof Cases;

const area = { get: async () => ({}), set: async () => undefined, remove: async () => undefined };
let policy: object | undefined;
const disk = { ...area, get: async (key: string) => (key === "policy" && policy ? { policy } : {}) };

beforeEach(async () => {
  vi.resetModules();
  said = [];
  policy = undefined;
  vi.stubGlobal("chrome", {
    runtime: { id: "ours", getURL: (path: string) => path },
    storage: { local: disk, session: area, managed: area },
    notifications: { create: () => undefined },
    action: { setBadgeText: () => undefined, setTitle: () => undefined },
  });
  connect = await import("./connect-frame.ts");
  cases = await import("./cases.ts");
  connect.connectFrame(
    {
      name: "frame",
      sender: { id: "ours", tab: { id: 1, url: PAGE }, frameId: 5, url: "about:blank" },
      postMessage: (message: BackgroundToFrame) => void said.push(message),
      onMessage: { addListener: (hear: typeof say) => (say = hear) },
      onDisconnect: { addListener: () => undefined },
    } as never,
    { onQueued: () => {}, onNextChange: () => {}, onTick: () => {}, onCase: () => {} },
  );
});

const lessons = () =>
  said.flatMap((one) => (one.type === "learn" ? [one.profiles.map(({ platform }) => platform)] : []));

test("the empty document has no profile; the one that came in its place has, and its case goes by that platform alone", async () => {
  await vi.waitFor(() => expect(lessons()).toEqual([[]]));
  say({ type: "scan", scan: scan() });
  await vi.waitFor(() => expect(lessons()).toEqual([[], ["综合警务信息系统"]]));
  expect(cases.knownCases()).toEqual([]);
  say({ type: "scan", scan: scan("police-information-system") });
  await vi.waitFor(() =>
    expect(cases.knownCases().map(({ key }) => key)).toEqual([`综合警务信息系统:${NUMBER}`]),
  );
  expect(lessons()).toHaveLength(2);
});

test("it is taught once: what it reads after that is taken, whatever it makes of the lesson", async () => {
  await vi.waitFor(() => expect(lessons()).toEqual([[]]));
  say({ type: "scan", scan: scan() });
  await vi.waitFor(() => expect(lessons()).toHaveLength(2));
  say({ type: "scan", scan: scan() });
  await vi.waitFor(() => expect(cases.knownCases()).toHaveLength(1));
  expect(lessons()).toHaveLength(2);
});

test("a page that policy leaves out is not read, though its line opened when the frame was still empty", async () => {
  await vi.waitFor(() => expect(lessons()).toEqual([[]]));
  policy = { hosts: ["http://127.0.0.1/new/*"] };
  say({ type: "scan", scan: scan("police-information-system") });
  await new Promise((over) => setTimeout(over, 200));
  expect(cases.knownCases()).toEqual([]);
  policy = { hosts: ["http://127.0.0.1/*"] };
  say({ type: "scan", scan: scan("police-information-system") });
  await vi.waitFor(() => expect(cases.knownCases()).toHaveLength(1));
});
