// A frame of another origin is told from others, and what can be done with it is said.
import { expect, test, vi } from "vitest";
import { pathOfFrame, tellOtherOrigin } from "./other-origin.ts";
import type { Notice, PickerStore } from "./picker-store.ts";
import type { Frame } from "./places.ts";

const [left, right] = [{}, {}];
const view = { length: 2, 0: left, 1: right };
const page = { defaultView: view } as unknown as Document;
const frame = (contentWindow: object, src = "http://127.0.0.1:9/yw/"): Frame =>
  ({ ownerDocument: page, contentWindow, src }) as unknown as Frame;
const documents = [{ document: page, frame: "" }];

test("a frame is told by its place among the frames of its document", () => {
  expect(pathOfFrame(frame(right), documents)).toBe("1");
  expect(pathOfFrame(frame(right), [{ document: page, frame: "0/2" }])).toBe("0/2/1");
  expect(pathOfFrame(frame({}), documents)).toBeUndefined();
  expect(pathOfFrame(frame(right), [])).toBeUndefined();
});

const told = (others: readonly { frame: string; url: string }[]) => {
  const say = vi.fn<(text: string, more?: Omit<Notice, "text">) => void>();
  const store = { documents: { value: documents }, view: { value: { others } }, say };
  tellOtherOrigin(store as unknown as PickerStore, frame(right));
  return say.mock.calls[0]![1]!;
};

test("one that is read elsewhere is opened by itself, at the address that it has now", () => {
  const open = vi.fn();
  vi.stubGlobal("open", open);
  const { small, act } = told([
    { frame: "0", url: "http://a/" },
    { frame: "1", url: "http://127.0.0.1:8081/yw/cw.do?id=9" },
  ]);
  expect(small).toContain("127.0.0.1:8081 有自己的页面档案");
  act?.run();
  expect(open).toHaveBeenCalledWith("http://127.0.0.1:8081/yw/cw.do?id=9", "_blank", "noopener");
  vi.unstubAllGlobals();
});

test("one that is not read at all is said to be so, with what is to be done", () => {
  const { small, act, bad } = told([{ frame: "0", url: "http://a/" }]);
  expect(small).toContain("127.0.0.1:9不在第一粒扣读取的网站里");
  expect([act, bad]).toEqual([undefined, true]);
});
