// Who may ask the background what: another extension nothing, a page's script what is listed, our own pages all of it.
import { beforeEach, expect, test, vi } from "vitest";
import { connectFrame } from "./connect-frame.ts";
import { framesOf } from "./frames.ts";
import { type Answerers, answerRequest } from "./requests.ts";

const OWN = "chrome-extension://ours/";
const asked: string[] = [];
const answerers = new Proxy({} as Answerers, {
  get: (_, name) => async () => {
    asked.push(String(name));
    return { ok: true, value: null };
  },
  getOwnPropertyDescriptor: (_, name) =>
    ["session", "sign-in", "describe", "status", "call", "answer", "tick"].includes(String(name))
      ? { configurable: true, enumerable: true }
      : undefined,
});

beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal("chrome", { runtime: { id: "ours", getURL: (path: string) => OWN + path } });
});

const page = { id: "ours", url: "http://127.0.0.1/new/", tab: { id: 1 }, frameId: 0 } as never;
const desk = { id: "ours", url: `${OWN}console.html`, tab: { id: 2 }, frameId: 0 } as never;
const code = async (message: unknown, sender: never): Promise<string | undefined> => {
  const answer = await answerRequest(answerers, message, sender);
  return answer?.ok === false ? answer.code : undefined;
};

test.each(["session", "sign-in", "describe", "status", "call"])(
  "%s is answered to our own pages only",
  async (ask) => {
    expect(await code({ ask }, page)).toBe("not-allowed");
    expect(asked).toEqual([]);
    expect(await code({ ask }, desk)).toBeUndefined();
    expect(asked).toEqual([ask]);
  },
);

test("another extension, and a page that looks like ours, is answered nothing", async () => {
  expect(await code({ ask: "answer" }, { id: "theirs", url: OWN } as never)).toBe("not-allowed");
  expect(await code({ ask: "answer" }, { url: `${OWN}console.html` } as never)).toBe("not-allowed");
  expect(
    await code({ ask: "status" }, { id: "ours", url: `http://127.0.0.1/?${OWN}console.html` } as never),
  ).toBe("not-allowed");
  expect(asked).toEqual([]);
});

test("names that every object has, and what is no request at all, reach nobody", async () => {
  for (const ask of ["constructor", "toString", "__proto__", "hasOwnProperty", "", "load-anything"])
    expect(await code({ ask }, desk)).toBe("bad-shape");
  for (const message of [null, undefined, 7, "answer", {}, [], { type: "answer" }])
    expect(answerRequest(answerers, message, desk)).toBeUndefined();
  expect(asked).toEqual([]);
});

test.each([
  ["another extension", { name: "frame", sender: { id: "theirs", tab: { id: 9 } } }],
  ["another name", { name: "wire", sender: { id: "ours", tab: { id: 9 } } }],
  ["no tab", { name: "frame", sender: { id: "ours" } }],
])("a line from %s is cut", (_, port) => {
  const disconnect = vi.fn();
  connectFrame({ ...port, disconnect } as never, {} as never);
  expect(disconnect).toHaveBeenCalledOnce();
  expect(framesOf(9)).toEqual([]);
});
