// The timeline draws only what was read, as bars where begin and end are known.
import { expect, it } from "vitest";
import { evidence, pageState } from "../sample.ts";
import { lanesOf, scaleOf } from "./lanes.ts";

const HOUR = 3_600_000;
const at = (text: string): number => Date.parse(`2026-11-20T${text}:00+08:00`);

it("makes a bar of begin and end, a dot of the rest, and nothing of text that is no instant", () => {
  const lanes = lanesOf(
    pageState({
      evidence: {
        "incident.receivedAt": evidence("", { label: "接警时间", text: "2026-11-20 03:21" }),
        "venues/v1.enteredAt": evidence("", { label: "进入时间", text: "2026-11-20 04:36" }),
        "venues/v1.leftAt": evidence("", { label: "离开时间", text: "2026-11-20 15:00" }),
        "interviews/i1.askers": evidence("", { text: "陈立" }),
        "property/p1.seizedAt": evidence("", { text: "" }),
      },
    }),
  );
  expect(lanes.map(({ id, marks }) => [id, marks.length])).toEqual([
    ["incident", 1],
    ["case", 0],
    ["venues", 1],
    ["property", 0],
    ["dossier", 0],
  ]);
  expect(lanes[2]?.marks[0]).toEqual({
    from: at("04:36"),
    until: at("15:00"),
    label: "进入时间",
    holder: "venues/v1",
  });
});

it("draws what has begun and has a blank end as going on", () => {
  const [, lane] = lanesOf(
    pageState({
      evidence: {
        "interviews/i1.startedAt": evidence("", { label: "开始时间", text: "2026-11-20 15:02" }),
        "interviews/i1.endedAt": evidence("", { label: "结束时间", text: "" }),
        "interviews/i2.startedAt": evidence("", { label: "开始时间", text: "2026-11-20 09:00" }),
      },
    }),
  );
  expect(lane?.marks.map(({ holder, pending }) => [holder, pending])).toEqual([
    ["interviews/i2", undefined],
    ["interviews/i1", true],
  ]);
});

it("marks the scale at round hours and days of +08:00", () => {
  const hours = scaleOf(at("03:10"), at("16:00"));
  expect(hours).toMatchObject({ step: 3 * HOUR, at: [at("06:00"), at("09:00"), at("12:00"), at("15:00")] });
  const days = scaleOf(at("03:10"), at("03:10") + 5 * 24 * HOUR);
  expect(days.at[0]).toBe(at("00:00") + 24 * HOUR);
  const years = scaleOf(at("03:10") - 48 * 365 * 24 * HOUR, at("03:10"));
  expect(years.at.map((ms) => new Date(ms + 8 * HOUR).toISOString().slice(0, 13))).toEqual([
    "1980-01-01T00",
    "1990-01-01T00",
    "2000-01-01T00",
    "2010-01-01T00",
    "2020-01-01T00",
  ]);
  expect(scaleOf(0, 60 * 365 * 24 * HOUR).at.length).toBeLessThanOrEqual(7);
});
