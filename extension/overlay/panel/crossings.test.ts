// Gaps and overlaps come from what was read, are named with who and when, and take a colour from a finding only.
import { describe, expect, it } from "vitest";
import type { PageState } from "../../protocol/messages.ts";
import { AT, breach, evidence, pageState } from "../sample.ts";
import { crossingsOf, uncovered } from "./crossings.ts";

const MINUTE = 60_000;
const at = (clock: string): number => Date.parse(`2026-11-20T${clock}:00+08:00`);

/** A state with these fields read; instants of one day are given as clock times. */
const read = (fields: Readonly<Record<string, string>>, part: Partial<PageState> = {}): PageState =>
  pageState({
    applicable: [],
    all: [],
    evidence: Object.fromEntries(
      Object.entries(fields).map(([path, text]) => [
        path,
        evidence("", {
          label: path.slice(path.lastIndexOf(".") + 1),
          text: /^\d\d:\d\d$/.test(text) ? `2026-11-20 ${text}` : text,
        }),
      ]),
    ),
    ...part,
  });

const interview = (id: string, from: string, until: string, askers: string, person: string) => ({
  [`interviews/${id}.startedAt`]: from,
  [`interviews/${id}.endedAt`]: until,
  [`interviews/${id}.askers`]: askers,
  [`interviews/${id}.person`]: person,
  [`interviews/${id}.kind`]: "讯问",
});

describe("overlaps", () => {
  it("name the officer who stands in two interviews at once, and for how long", () => {
    const state = read({
      ...interview("i1", "07:00", "07:25", "陈立 民警、郑浩 辅警", "韩某某"),
      ...interview("i2", "07:10", "08:00", "陈立、周岩", "李某某"),
    });
    expect(crossingsOf(state, AT)).toEqual([
      {
        kind: "overlap",
        lane: "case",
        from: at("07:10"),
        until: at("07:25"),
        say: "陈立 07:10–07:25 同时在两份笔录里",
      },
    ]);
  });

  it("are none between other people, one after the other, or of one interview read twice", () => {
    const others = read({
      ...interview("i1", "07:00", "07:25", "陈立", "韩某某"),
      ...interview("i2", "07:10", "08:00", "周岩", "李某某"),
      ...interview("i3", "07:25", "08:00", "陈立", "王某某"),
    });
    expect(crossingsOf(others, AT)).toEqual([]);
    const twice = read({
      ...interview("i1", "07:00", "07:25", "陈立", "韩某某"),
      ...interview("i2", "07:00", "07:25", "陈立", "韩某某"),
    });
    expect(crossingsOf(twice, AT)).toEqual([]);
  });

  it("take the finding that rests on both, and its colour with it", () => {
    const fields = ["i1", "i2"].map((id) => ({
      path: `interviews/${id}.startedAt`,
      label: "开始时间",
      state: "known" as const,
      value: 1,
    }));
    const finding = breach({ fields });
    const acts = {
      ...interview("i1", "07:00", "07:25", "陈立", "韩某某"),
      ...interview("i2", "07:10", "08:00", "陈立", "李某某"),
    };
    expect(crossingsOf(read(acts, { all: [finding] }), AT)[0]?.finding).toBe(finding);
    const half = breach({ fields: fields.slice(0, 1) });
    expect(crossingsOf(read(acts, { all: [half] }), AT)[0]?.finding).toBeUndefined();
  });
});

describe("gaps", () => {
  it("stand where an interview goes on beyond its recording, but for five minutes", () => {
    const film = (from: string, until: string) => ({
      "recordings/r1.startedAt": from,
      "recordings/r1.endedAt": until,
      "recordings/r1.of": "讯问",
    });
    const act = interview("i1", "09:00", "10:00", "陈立", "韩某某");
    expect(crossingsOf(read({ ...act, ...film("09:04", "09:55") }), AT)).toEqual([]);
    expect(crossingsOf(read({ ...act, ...film("09:00", "09:40") }), AT)[0]).toMatchObject({
      kind: "gap",
      from: at("09:40"),
      until: at("10:00"),
      say: "09:40–10:00 的询问讯问没有读到录像",
    });
    // Of an interview without any recording the judge speaks, not the picture.
    expect(crossingsOf(read(act), AT)).toEqual([]);
  });

  it("stand where somebody is interviewed outside of the stay that was registered", () => {
    const stay = {
      "venues/v1.enteredAt": "09:20",
      "venues/v1.leftAt": "11:00",
      "venues/v1.person": "韩某某",
    };
    const act = interview("i1", "09:00", "10:00", "陈立", "韩某某");
    expect(crossingsOf(read({ ...act, ...stay }), AT)[0]).toMatchObject({
      lane: "venues",
      say: "韩某某 09:00–09:20 不在办案区登记的时间内",
    });
  });

  it("stand between the call-out and the acceptance from an hour on", () => {
    const wait = (accepted: string) =>
      crossingsOf(read({ "incident.disposedAt": "04:06", "case.acceptedAt": accepted }), AT);
    expect(wait("05:05")).toEqual([]);
    expect(wait("06:20")[0]?.until).toBe(at("06:20"));
    expect(wait("03:00")).toEqual([]);
  });
});

it("what is not covered is told part by part", () => {
  const span = (from: number, until: number) => ({ from: from * MINUTE, until: until * MINUTE });
  expect(uncovered(span(0, 60), [span(40, 50), span(10, 20)])).toEqual([
    span(0, 10),
    span(20, 40),
    span(50, 60),
  ]);
  expect(uncovered(span(0, 60), [span(-5, 30), span(20, 70)])).toEqual([]);
});
