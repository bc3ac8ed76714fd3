// A field that always stood there and is gone is told after three views; one that comes and goes is not.
import { expect, test } from "vitest";
import { type FieldHits, fallen, withView } from "./drift.ts";

const after = (views: string, from?: FieldHits): FieldHits =>
  [...views].reduce<FieldHits | undefined>((old, view, at) => withView(old, view === "1", at + 1), from)!;

test("what a profile says that a page shows has fallen when three views in a row lack it", () => {
  expect(after("00").since).toBeUndefined();
  expect(after("000").since).toBe(3);
  expect(after("1000").since).toBe(4);
  expect(after(`${"1".repeat(50)}000`).since).toBe(53);
});

test("a field that is often not there falls only when it stays away for longer than it ever did", () => {
  const often = after("10".repeat(60));
  expect(often.since).toBeUndefined();
  expect(after("00000", often).since).toBeUndefined();
  expect(after("0000000000", often).since).toBeDefined();
});

test("one miss among finds is no fall", () => {
  expect(after("1111101111011111").since).toBeUndefined();
});

test("it stays fallen, its misses do not become its history, and three finds end it", () => {
  const gone = after(`${"1".repeat(30)}${"0".repeat(200)}`);
  expect(gone.since).toBe(33);
  expect(gone.hit / gone.seen).toBeGreaterThan(0.85);
  expect(after("110", gone).since).toBe(33);
  expect(after("111", gone).since).toBeUndefined();
  expect(after("1110001", gone).since).toBeDefined();
});

test("many views are judged as well as few", () => {
  expect(fallen({ seen: 1000, hit: 990 }, { seen: 100, hit: 70 })).toBe(true);
  expect(fallen({ seen: 1000, hit: 700 }, { seen: 100, hit: 70 })).toBe(false);
  expect(fallen({ seen: 0, hit: 0 }, { seen: 2, hit: 0 })).toBe(false);
});
