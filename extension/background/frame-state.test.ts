// A frame told only changes knows the whole state; a slim one draws the same button and the same markers.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { marksOf } from "../overlay/marks.ts";
import { breach, evidence, finding, pageState, running, unread } from "../overlay/sample.ts";
import { faceOf, standingOf } from "../overlay/standing.ts";
import { changed } from "../overlay/state-change.ts";
import type { PageState } from "../protocol/messages.ts";
import { changeFor, slim, type Told } from "./frame-state.ts";

const sent = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const some = fc
  .record({
    findings: fc.subarray([finding(), breach(), running(), unread()]),
    paused: fc.boolean(),
    number: fc.option(fc.constantFrom("A9901", "A9902"), { nil: undefined }),
    waiting: fc.nat(2),
    at: fc.nat(3),
    slim: fc.boolean(),
    askers: fc.constantFrom("#askers", "#arrived", "#gone"),
  })
  .map(({ findings, paused, number, waiting, at, slim: thin, askers }): PageState => {
    const { caseNumber: _, ...rest } = pageState({ applicable: findings, all: findings });
    const state: PageState = {
      ...rest,
      waiting,
      at,
      evidence: { "interviews/i1.askers": evidence(askers), "measures/m1.startedAt": evidence("#arrived") },
      ...(number === undefined ? {} : { caseNumber: number }),
      ...(paused ? { paused: { until: 1, reason: "演示" } } : {}),
    };
    return thin ? slim(state) : state;
  });

describe("changes of a state", () => {
  it("put together what was told, whatever came before", () => {
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 8 }), (states) => {
        const told: Told = new Map();
        let known: PageState | undefined;
        for (const state of states) {
          const change = changeFor(told, state);
          if (change !== undefined) known = changed(known, sent(change));
          expect(known).toEqual(sent(state));
          expect(changeFor(told, state)).toBeUndefined();
        }
      }),
    );
  });

  it("on a new port leave nothing of what was known before", () => {
    const old = pageState({ paused: { until: 1, reason: "演示" } });
    const fresh = pageState();
    expect(changed(old, sent(changeFor(new Map(), fresh)!))).toEqual(sent(fresh));
  });

  it("say nothing of what stayed", () => {
    const told: Told = new Map();
    changeFor(told, pageState());
    expect(changeFor(told, pageState({ waiting: 3 }))).toEqual({ parts: { waiting: 3 } });
  });
});

describe("a slim state", () => {
  it("draws the same markers and the same button", () => {
    fc.assert(
      fc.property(some, (state) => {
        const thin = slim(state);
        const places = (of: PageState): unknown =>
          marksOf(of, "").map(({ css, finding: { key, title, colour, due } }) => ({
            css,
            key,
            title,
            colour,
            due,
          }));
        expect(places(thin)).toEqual(places(state));
        const { counts, moot, checked } = standingOf(state.applicable);
        expect(standingOf(thin.applicable)).toMatchObject({ counts, moot, checked });
        expect(faceOf(thin, standingOf(thin.applicable), true)).toEqual(
          faceOf(state, standingOf(state.applicable), true),
        );
      }),
    );
  });

  it("carries no evidence but of markers and notes, and no text of a card", () => {
    const state = pageState({ applicable: [breach()] });
    const thin = slim(state);
    expect(Object.keys(thin.evidence)).toEqual(["interviews/i1.askers"]);
    expect(JSON.stringify(thin)).not.toContain(breach().why);
    const [path, view] = Object.entries(state.evidence)[0]!;
    const later = {
      ...state,
      at: state.at + 60_000,
      evidence: { [path]: { ...view, text: "别的", at: view.at + 9 } },
    };
    const told: Told = new Map();
    changeFor(told, thin);
    expect(changeFor(told, slim(later))).toBeUndefined();
    expect(thin.all).toEqual([]);
  });
});
