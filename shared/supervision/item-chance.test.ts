// Items never reach 办结 without proof or a second person's exemption, whoever moves what in whatever order.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Actor,
  EXEMPTIONS,
  ITEM_ORIGINS,
  type Item,
  type ItemOpening,
  LIABILITIES,
  MOVE_NAMES,
  type Move,
  type Moved,
} from "./item.ts";
import { checkMove, mayMove, offersFor, settled, shownByPage, type Words } from "./item-check.ts";
import { foldItem, foldMove, openItem } from "./item-fold.ts";
import { MOVES } from "./item-moves.ts";
import { actor, DAY, HOUR, NAMES, opening, PEOPLE, START } from "./item-sample.ts";

interface Try {
  /** Not a blind try: the one of all moves that are open now which this number falls on. */
  readonly pick: number | undefined;
  readonly who: string;
  readonly move: Move;
  readonly words: Words;
  readonly later: number;
}

const GOOD: Words = { said: "已经核实", evidence: "保管室登记" };
const text = fc.constantFrom(undefined, "", " ", "已经核实");
const aTry: fc.Arbitrary<Try> = fc.record({
  pick: fc.option(fc.nat(10_000), { nil: undefined }),
  who: fc.constantFrom(...NAMES, "object"),
  move: fc.record(
    {
      do: fc.constantFrom(...MOVE_NAMES),
      owner: fc.constantFrom(...NAMES).map((id) => ({ id, name: id })),
      limit: fc.integer({ min: -2, max: 100 }).map((days) => START + days * DAY),
      until: fc.integer({ min: -2, max: 60 }).map((days) => START + days * DAY),
      kind: fc.constantFrom(...EXEMPTIONS, ...LIABILITIES),
    },
    { requiredKeys: ["do"] },
  ),
  words: fc.record({ said: text, evidence: text }),
  later: fc.oneof(fc.constant(HOUR), fc.integer({ min: 0, max: 3 * DAY })),
});
/** Half of it moves that fit, so that long ways are walked; all else is left to chance. */
const aWay = fc.record({
  origin: fc.constantFrom(...ITEM_ORIGINS),
  owner: fc.constantFrom(undefined, ...NAMES),
  tries: fc.array(aTry, { maxLength: 60 }),
});

interface Step {
  readonly before: Item;
  readonly after: Item;
  readonly moved: Moved;
  readonly words: Words;
}

/** Everything that anybody may do now with a good reason. */
const openNow = (item: Item, now: number): readonly (readonly [string, Move])[] =>
  [...NAMES, "object"]
    .flatMap((who) =>
      MOVE_NAMES.flatMap((name) =>
        (name === "propose" ? EXEMPTIONS : name === "decide" ? LIABILITIES : [undefined]).map((kind) => {
          const owner = { id: who === "chen" ? "zhou" : "chen", name: "某" };
          const more = name === "assign" ? { owner } : name === "ask-time" ? { until: item.limit + DAY } : {};
          return [who, { do: name, kind, ...more }] as const;
        }),
      ),
    )
    .filter(([who, move]) => checkMove(item, move, GOOD, actor(who), now).ok);

/** Walks as far as the checks allow; every step that was taken. */
function walk({
  origin,
  owner,
  tries,
}: {
  origin: ItemOpening["origin"];
  owner: string | undefined;
  tries: readonly Try[];
}) {
  const begins = opening({
    origin,
    owner: owner === undefined ? undefined : { id: owner, name: owner },
    ...(origin === "rule" ? {} : { rule: undefined, on: undefined }),
  });
  let item = openItem(begins);
  let now = START;
  const steps: Step[] = [];
  for (const { pick, later, ...blind } of tries) {
    now += later;
    const open = pick === undefined ? [] : openNow(item, now);
    const [who, move] =
      pick === undefined || open.length === 0 ? [blind.who, blind.move] : open[pick % open.length]!;
    const words = pick === undefined ? blind.words : GOOD;
    if (!checkMove(item, move, words, actor(who), now).ok) continue;
    const moved: Moved = { ...move, by: who, at: now };
    const after = foldMove(item, moved);
    steps.push({ before: item, after, moved, words });
    item = after;
  }
  return { begins, item, steps };
}

const many = { numRuns: 600 } as const;

describe("whatever people try", () => {
  it("an item is closed only with proof, or with a reasoned exemption that another person approved", () => {
    let closed = 0;
    fc.assert(
      fc.property(aWay, (way) => {
        const { item, steps } = walk(way);
        for (const { after, words, moved } of steps) {
          if (after.state !== "closed") continue;
          closed += 1;
          expect(settled(after)).toBe(true);
          if (shownByPage(after) && after.exemption?.approved === undefined)
            expect(after.proof?.is).toBe("page");
          if (moved.do === "close" || moved.do === "approve") expect(words.said?.trim()).toBeTruthy();
        }
        expect(item.state === "closed").toBe(item.closed !== undefined);
      }),
      many,
    );
    expect(closed).toBeGreaterThan(5);
  });

  it("nobody judges what is or was his own matter, or what he reported mended or proposed himself", () => {
    fc.assert(
      fc.property(aWay, (way) => {
        for (const { before, moved } of walk(way).steps) {
          if (MOVES[moved.do].judges) expect(before.parties).not.toContain(moved.by);
          if (moved.do === "approve" || moved.do === "decline")
            expect(before.exemption?.by).not.toBe(moved.by);
          if (moved.do === "give-time" || moved.do === "refuse-time")
            expect(before.asked?.by).not.toBe(moved.by);
        }
      }),
      many,
    );
  });

  it("credit is given only when the page was mended within the officer's own time, before anybody found it", () => {
    let credited = 0;
    fc.assert(
      fc.property(aWay, (way) => {
        const { steps, begins } = walk({ ...way, origin: "rule" });
        for (const [i, { after }] of steps.entries()) {
          if (!after.selfCorrected) continue;
          credited += 1;
          expect([after.origin, after.foundAt, after.state]).toEqual(["rule", undefined, "closed"]);
          expect(after.closed?.at).toBeLessThanOrEqual(begins.limit);
          const earlier = steps.slice(0, i + 1).map(({ moved }) => moved.do);
          expect(earlier).not.toContain("confirm");
          expect(earlier).not.toContain("escalate");
        }
      }),
      many,
    );
    expect(credited).toBeGreaterThan(0);
  });

  it("the page's fall back opens again whatever rested on it, and takes the credit away", () => {
    fc.assert(
      fc.property(aWay, (way) => {
        for (const { before, after, moved } of walk(way).steps) {
          if (moved.do !== "regress") continue;
          expect(after).toMatchObject({ proof: undefined, selfCorrected: false });
          expect(["liability", "closed"]).not.toContain(after.state);
          if (before.state === "closed") expect(after.reopened).toBe(before.reopened + 1);
        }
      }),
      many,
    );
  });

  it("moves of the object are nobody's, and those who only look or keep accounts make none", () => {
    fc.assert(
      fc.property(aWay, (way) => {
        for (const { moved } of walk(way).steps) {
          expect(["xu", "du"]).not.toContain(moved.by);
          expect(MOVES[moved.do].roles === "object").toBe(moved.by === "object");
        }
      }),
      many,
    );
  });

  it("the item is the fold of its moves, and what a screen offers is what may be done", () => {
    fc.assert(
      fc.property(aWay, (way) => {
        const { begins, item, steps } = walk(way);
        expect(
          foldItem(
            begins,
            steps.map(({ moved }) => moved),
          ),
        ).toEqual(item);
        for (const id of NAMES) {
          const who = { id, roles: PEOPLE[id]! };
          const open = offersFor(item, who).filter(({ why }) => why === undefined);
          expect(open.every((offer) => mayMove(item, offer.do, who).ok)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("an open item can always be brought to its end by people of good faith", () => {
    fc.assert(
      fc.property(aWay, (way) => {
        let { item } = walk(way);
        let now = START + 400 * DAY;
        for (let left = 40; item.state !== "closed"; left -= 1) {
          expect(left, JSON.stringify(item)).toBeGreaterThan(0);
          now += HOUR;
          const next = [
            ...(shownByPage(item) && item.proof === undefined ? [["object", { do: "prove" }] as const] : []),
            ...["lin2", "he2", "he3"].flatMap((id) =>
              (["close", "decide", "approve", "accept", "confirm", "check", "uphold"] as const).map(
                (name) => [id, { do: name, kind: "educate" }] as const,
              ),
            ),
          ].find(([id, move]) => {
            const who: Actor =
              id === "object" ? "object" : { id, roles: id === "lin2" ? ["legal"] : ["leader"] };
            return checkMove(item, move as Move, GOOD, who, now).ok;
          });
          expect(next, `${item.state} has a way on`).toBeDefined();
          item = foldMove(item, { ...(next![1] as Move), by: next![0], at: now });
        }
      }),
      { numRuns: 200 },
    );
  });
});
