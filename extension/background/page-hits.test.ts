// Which fields of a page kind count as found, which as missed, and which as neither.
import { expect, test } from "vitest";
import type { Fact } from "../../shared/facts/fact.ts";
import type { PageKind } from "../../shared/rules/site-profile.ts";
import type { FrameReading } from "../protocol/messages.ts";
import { hitsOf } from "./page-hits.ts";

const page: PageKind = {
  id: "measures",
  label: "强制措施",
  shows: ["measures.kind", "measures.startedAt", "case.category", "interviews.askers"],
};
const fact = (path: string, state: Fact["state"]): Fact => {
  const [entity, field] = path.split(".") as [Fact["entity"], string];
  return { entity, id: "x", field, state, at: 1, page: "measures" };
};
const reading = (facts: readonly Fact[], seen = 20): FrameReading => ({
  frame: "",
  url: "http://127.0.0.1/",
  pageKind: "measures",
  pageLabel: "强制措施",
  platform: "平台",
  facts,
  completeLists: [],
  wholeLists: [],
  hits: { matched: facts.length, seen },
  at: 1,
});
const hits = (facts: readonly Fact[], seen?: number) =>
  Object.fromEntries(hitsOf(page, [reading(facts, seen)]));

test("blank is found, unread is missed, and a list of which nothing stands there is neither", () => {
  expect(hits([fact("measures.kind", "absent"), fact("measures.startedAt", "unread")])).toEqual({
    "measures.kind": true,
    "measures.startedAt": false,
    "case.category": false,
  });
});

test("a page that was full and yields nothing at all has missed everything; an empty one nothing", () => {
  expect(Object.values(hits([]))).toEqual([false, false, false, false]);
  expect(hits([], 2)).toEqual({});
});

test("what stands in another frame of the page is found", () => {
  const frames = [reading([fact("measures.kind", "known")]), reading([fact("case.category", "known")])];
  expect(Object.fromEntries(hitsOf(page, frames))).toMatchObject({
    "measures.kind": true,
    "case.category": true,
  });
});
