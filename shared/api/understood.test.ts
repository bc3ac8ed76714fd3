// A client of today reads the answers of a later service; a service that breaks its promise is still refused.
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { contract } from "./contract.ts";
import { understood } from "./understood.ts";

const reply = contract.outbox.reply;
const good = { waiting: 1, sent: 2, parked: 0, lastError: null };

describe("an answer from a later service", () => {
  it("is read without the keys that came later, at any depth", () => {
    expect(understood(reply, { ...good, later: { much: 1 } })).toEqual(good);
    const list = v.strictObject({ rows: v.array(v.strictObject({ a: v.number() })) });
    expect(
      understood(list, {
        rows: [
          { a: 1, b: 2 },
          { a: 3, c: [4] },
        ],
        more: 5,
      }),
    ).toEqual({ rows: [{ a: 1 }, { a: 3 }] });
  });
  it("is refused when something that was promised is missing or of another kind", () => {
    for (const bad of [
      { ...good, sent: "2" },
      { waiting: 1 },
      null,
      [],
      "x",
      { ...good, sent: undefined, later: 1 },
    ])
      expect(understood(reply, bad)).toBeUndefined();
  });
  it("leaves what it was given as it is", () => {
    const given = { ...good, later: 1 };
    understood(reply, given);
    expect(given).toHaveProperty("later");
  });
});
