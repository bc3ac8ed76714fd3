// A page that another officer uses: told once with the ways out, no act is taken from it, nothing of it is reported.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Pack } from "../../shared/rules/pack.ts";
import { frameReader } from "../reading/facts/frame-reader.ts";
import { addFrame, dropFrame, type FramePort, framesOf } from "./frames.ts";
import { keepLocal } from "./kept.ts";
import { forgetOfficer, guarded, isOthers, lookAtOfficer, numberIn, refusalFor } from "./other-officer.ts";
import type { Answerers } from "./requests.ts";

const TAB = 9;
let onPage: string;
let told: string[];
let asked: number;
const pack = {
  profiles: [
    {
      id: "p",
      name: "平台",
      platform: "平台",
      match: ["^https://case\\.example/"],
      officer: { css: ".who", pattern: "(?:^|\\D)(\\d{6})(?:\\D|$)" },
      pages: [],
    },
  ],
} as unknown as Pack;

const frame = (url = "https://case.example/1"): FramePort => {
  const port = { postMessage() {}, sender: { url } } as unknown as chrome.runtime.Port;
  const made: FramePort = { tab: TAB, frameId: 0, port, reader: frameReader(), told: new Map() };
  addFrame(made);
  return made;
};
const kept = new Map<string, unknown>();

beforeEach(async () => {
  onPage = "城关派出所 陈立 037215";
  told = [];
  asked = 0;
  kept.clear();
  vi.stubGlobal("chrome", {
    storage: {
      local: {
        get: async (key: string) => (kept.has(key) ? { [key]: kept.get(key) } : {}),
        set: async (part: Record<string, unknown>) =>
          void Object.entries(part).forEach(([k, v]) => void kept.set(k, v)),
        remove: async (key: string) => void kept.delete(key),
      },
    },
    scripting: {
      executeScript: async () => {
        asked += 1;
        return [{ result: onPage }];
      },
    },
    notifications: { create: (_: string, { message }: { message: string }) => void told.push(message) },
    runtime: { getURL: (path: string) => path },
  });
  await keepLocal("member", {
    id: "m1",
    name: "周岩",
    roles: ["officer"],
    unitName: "城关派出所",
    officerId: "037208",
  });
});
afterEach(() => {
  for (const each of framesOf(TAB)) dropFrame(each);
  forgetOfficer(TAB);
});

const acts = (): { taken: string[]; answerers: Answerers } => {
  const taken: string[] = [];
  const take = (name: string) => async () => {
    taken.push(name);
    return { ok: true, value: null };
  };
  const names = ["answer", "tick", "note", "note-reply", "note-close", "item-move", "pause"];
  return {
    taken,
    answerers: Object.fromEntries(names.map((name) => [name, take(name)])) as unknown as Answerers,
  };
};

it("takes no act from a page of another, and says so once with both ways out", async () => {
  frame();
  await lookAtOfficer(TAB, pack);
  await lookAtOfficer(TAB, pack);
  expect(told).toHaveLength(1);
  expect(told[0]).toContain("037215");
  expect(told[0]).toContain("切换用户");
  expect(told[0]).toContain("退出工作台");
  const { taken, answerers } = acts();
  const answer = await guarded(answerers).answer({} as never, { tab: TAB, own: false });
  expect(answer).toMatchObject({ ok: false, code: "other-officer" });
  await guarded(answerers).pause({} as never, { tab: TAB, own: false });
  await guarded(answerers).answer({} as never, { tab: TAB + 1, own: false });
  await guarded(answerers).tick({} as never, { own: true });
  expect(taken).toEqual(["pause", "answer", "tick"]);
  expect(isOthers(`tab:${TAB}`)).toBe(true);
});

it("goes on as soon as the right officer is there", async () => {
  frame();
  await lookAtOfficer(TAB, pack);
  expect(await refusalFor(TAB)).toBeDefined();
  onPage = "周岩 037208";
  await lookAtOfficer(TAB, pack);
  expect(await refusalFor(TAB)).toBeUndefined();
  expect(isOthers(`tab:${TAB}`)).toBe(false);
});

it("compares nobody where the page shows none, no profile says where, or the member has no number", async () => {
  frame();
  onPage = "请登录";
  await lookAtOfficer(TAB, pack);
  expect(await refusalFor(TAB)).toBeUndefined();
  await lookAtOfficer(TAB, { profiles: [] } as unknown as Pack);
  await keepLocal("member", { id: "m1", name: "许衡", roles: ["admin"], unitName: "局" });
  onPage = "陈立 037215";
  await lookAtOfficer(TAB, pack);
  expect([await refusalFor(TAB), told, asked]).toEqual([undefined, [], 1]);
});

it("reads a number as a whole", () => {
  const { pattern } = pack.profiles[0]?.officer ?? { pattern: "" };
  expect(numberIn("陈立 037215 ▾", pattern)).toBe("037215");
  expect(numberIn("电话 0372156789", pattern)).toBeUndefined();
});

it("does not wait for ever for a top frame that does not come to rest", async () => {
  frame();
  const { executeScript } = chrome.scripting;
  vi.spyOn(chrome.scripting, "executeScript").mockImplementation((async (of: {
    injectImmediately?: boolean;
  }) =>
    of.injectImmediately === true ? executeScript(of as never) : new Promise(() => undefined)) as never);
  vi.useFakeTimers();
  const looked = lookAtOfficer(TAB, pack);
  await vi.advanceTimersByTimeAsync(3_000);
  await looked;
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
  expect(await refusalFor(TAB)).toContain("037215");
});
