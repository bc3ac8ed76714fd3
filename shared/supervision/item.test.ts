// The ways of items by example: proof before closing, exemptions, credit, limits and tiers.
import { describe, expect, it } from "vitest";
import type { Item, Move } from "./item.ts";
import { checkMove, offersFor, type Words } from "./item-check.ts";
import { foldMove, openItem } from "./item-fold.ts";
import { itemColour, nextRing } from "./item-limits.ts";
import { actor, DAY, HOUR, opening, START } from "./item-sample.ts";

const go = (
  item: Item,
  who: string,
  move: Move,
  words: Words = { said: "已核实" },
  at = START + HOUR,
): Item => {
  const checked = checkMove(item, move, words, actor(who), at);
  if (!checked.ok) throw new Error(`${move.do}: ${checked.refusal.code} ${checked.refusal.message}`);
  return foldMove(item, { ...move, by: who, at });
};
const code = (item: Item, who: string, move: Move, words: Words = { said: "已核实" }, at = START + HOUR) => {
  const checked = checkMove(item, move, words, actor(who), at);
  return checked.ok ? "ok" : checked.refusal.code;
};

describe("closing needs proof", () => {
  const mending = (): Item => {
    const found = go(openItem(opening()), "lin", { do: "confirm" });
    const upheld = go(
      go(found, "lin", { do: "check" }),
      "lin",
      { do: "uphold" },
      { said: "属实", evidence: "登记" },
    );
    return go(upheld, "chen", { do: "claim" });
  };

  it("a report alone is refused; the mended page lets it pass; the page undone opens it again", () => {
    const reported = mending();
    expect(code(reported, "lin", { do: "accept" })).toBe("unproven");
    expect(offersFor(reported, { id: "lin", roles: ["legal"] })[0]).toMatchObject({
      do: "accept",
      why: expect.any(String),
    });
    const proven = go(reported, "object", { do: "prove" });
    const passed = go(proven, "lin", { do: "accept" });
    expect(code(passed, "lin", { do: "close" })).toBe("unproven");
    const closed = go(go(passed, "he", { do: "decide", kind: "educate" }), "lin", { do: "close" });
    expect(closed).toMatchObject({ state: "closed", selfCorrected: false });
    expect(go(closed, "object", { do: "regress" })).toMatchObject({ state: "mending", reopened: 1, tier: 0 });
  });

  it("what no page can show takes the reviewer's own evidence", () => {
    const note = openItem(opening({ origin: "note", rule: undefined, on: undefined, by: "lin" }));
    expect(code(note, "lin", { do: "accept" })).toBe("bad-value");
    expect(go(note, "lin", { do: "accept" }, { said: "已看", evidence: "补充笔录" }).proof).toMatchObject({
      is: "review",
    });
  });

  it("an exemption counts only when another person approves it", () => {
    const asked = go(mending(), "lin", { do: "propose", kind: "exempt" });
    expect(code(asked, "lin", { do: "approve" })).toBe("not-allowed");
    expect(code(asked, "chen", { do: "approve" })).toBe("not-allowed");
    const approved = go(asked, "he", { do: "approve" });
    expect(code(approved, "he", { do: "decide", kind: "educate" })).toBe("conflict");
    const closed = go(approved, "lin", { do: "close" });
    expect([closed.state, closed.proof]).toEqual(["closed", undefined]);
  });

  it("self-correction in time closes with credit; late or after a finding it does not", () => {
    const item = openItem(opening());
    expect(go(item, "object", { do: "prove" })).toMatchObject({ state: "closed", selfCorrected: true });
    expect(go(item, "object", { do: "prove" }, {}, START + 25 * HOUR)).toMatchObject({
      state: "warned",
      selfCorrected: false,
    });
    const found = go(item, "lin", { do: "confirm" });
    expect(go(found, "object", { do: "prove" })).toMatchObject({ state: "found", selfCorrected: false });
    const again = go(go(item, "object", { do: "prove" }), "object", { do: "regress" });
    expect(again).toMatchObject({ state: "found", reopened: 1 });
    expect(go(again, "object", { do: "prove" })).toMatchObject({ state: "found", selfCorrected: false });
  });
});

describe("limits", () => {
  it("an unanswered item climbs three tiers, a day apart, and a move sets a new limit", () => {
    let item = openItem(opening());
    const rings: number[] = [];
    for (let at = nextRing(item); at !== undefined; at = nextRing(item)) {
      rings.push((at - START) / DAY);
      expect(code(item, "object", { do: "escalate" }, {}, at - 1)).toBe("conflict");
      item = go(item, "object", { do: "escalate" }, {}, at);
    }
    expect(rings).toEqual([1, 2, 3]);
    expect(item).toMatchObject({ state: "found", tier: 3 });
    expect(go(item, "lin", { do: "check" }, undefined, START + 4 * DAY)).toMatchObject({
      tier: 0,
      limit: START + 7 * DAY,
    });
  });

  it("shows red over the limit, orange on the last day, yellow on the one before, else blue; a closed one is green", () => {
    const limit = START;
    const at = (left: number) => itemColour({ state: "mending", limit }, limit - left);
    expect([-1, 0, DAY, DAY + 1, 2 * DAY, 2 * DAY + 1].map(at)).toEqual([
      "red",
      "orange",
      "orange",
      "yellow",
      "yellow",
      "blue",
    ]);
    expect(itemColour({ state: "closed", limit }, limit + DAY)).toBe("green");
  });

  it("more time is asked by the owner, given by another, thirty days at most", () => {
    const mending = go(
      go(go(openItem(opening()), "lin", { do: "confirm" }), "lin", { do: "check" }),
      "lin",
      { do: "uphold", limit: START + 2 * DAY },
      { said: "属实", evidence: "登记" },
    );
    expect(code(mending, "zhou", { do: "ask-time", until: START + 5 * DAY })).toBe("not-allowed");
    expect(code(mending, "chen", { do: "ask-time", until: START + 33 * DAY })).toBe("bad-value");
    expect(code(mending, "lin", { do: "ask-time", until: START + 5 * DAY })).toBe("not-allowed");
    expect(code(mending, "lin", { do: "claim" })).toBe("not-allowed");
    expect(code(mending, "lin", { do: "give-time" })).toBe("conflict");
    const asked = go(mending, "chen", { do: "ask-time", until: START + 5 * DAY });
    expect(go(asked, "lin", { do: "give-time" })).toMatchObject({ limit: START + 5 * DAY, asked: undefined });
    expect(go(asked, "lin", { do: "refuse-time" })).toMatchObject({
      limit: START + 2 * DAY,
      asked: undefined,
    });
    expect(code(asked, "lin", { do: "return", limit: START + 200 * DAY })).toBe("bad-value");
  });

  it("whoever once held it does not judge it after handing it on", () => {
    const held = openItem(opening({ owner: { id: "both", name: "两任" } }));
    const handed = go(held, "lin", { do: "assign", owner: { id: "chen", name: "陈某" } });
    expect(handed.owner?.id).toBe("chen");
    expect(code(handed, "both", { do: "confirm" })).toBe("not-allowed");
  });
});
