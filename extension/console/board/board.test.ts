// The board in a page: units × indicators, the way down, and that a unit that has not reported is never shown as nought.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { dayKey, dayOf } from "../../../shared/time/civil.ts";
import { bodies, chromeOf, type Edge, edgeFor, Refuse } from "../sample/background.ts";
import { close, labelled, one, open, press, shown, type } from "../sample/draw.ts";
import { bulletinSpans } from "./bulletin.ts";

const now = Date.parse("2026-11-20T10:00+08:00");
const child = (unit: string, unitName: string, part: Record<string, unknown> = {}) => ({
  unit,
  unitName,
  elsewhere: false,
  closed: false,
  reportedAt: now - 60_000,
  silent: false,
  units: 0,
  below: { units: 0, silent: 0, oldest: null },
  counts: { incidents: 12, open: 1 },
  ...part,
});
const board = (part: Record<string, unknown> = {}) => ({
  unit: "root",
  unitName: "星河市公安局",
  path: [{ unit: "root", unitName: "星河市公安局" }],
  from: "2026-11-20",
  to: "2026-11-20",
  at: now,
  days: [{ day: "2026-11-20", counts: { incidents: 30, red: 2 } }],
  rules: [
    { rule: "", counts: { incidents: 30 } },
    { rule: "bail-overrun", counts: { red: 2, open: 1 } },
    { rule: "late-notice", counts: { red: 5, corrected: 5 } },
  ],
  total: { incidents: 30, red: 2, open: 1, corrected: 4 },
  own: { incidents: 3 },
  children: [
    child("east", "东河分局", { units: 4, below: { units: 3, silent: 1, oldest: now } }),
    child("west", "西河分局", { reportedAt: null, silent: true, counts: {} }),
    child("north", "北岸分局", { reportedAt: now - 50 * 3_600_000, silent: true, counts: { incidents: 3 } }),
    child("donghe", "东湖县局", { elsewhere: true, counts: { incidents: 7 } }),
  ],
  node: null,
  sending: null,
  ...part,
});

let edge: Edge;
const signInAs = (...roles: readonly string[]): void => {
  edge = edgeFor(...roles);
  edge.routes.rollup = () => board();
  vi.stubGlobal("chrome", chromeOf(edge));
};
beforeEach(() => {
  localStorage.clear();
  signInAs("leader");
});
afterEach(close);
const says = (text: string): Promise<void> => vi.waitFor(() => expect(shown()).toContain(text));
const rowOf = (name: string): readonly string[] => {
  const row = [...document.querySelectorAll(".board-units tr")].find(
    (one) => one.querySelector("th")?.textContent?.startsWith(name) === true,
  );
  return [...(row?.querySelectorAll("td") ?? [])].map(({ textContent }) => textContent ?? "");
};
const queries = () =>
  edge.asked.filter(({ name }) => name === "rollup").map(({ input }) => input as { query: object });

it("shows units by indicators and says who has not reported", async () => {
  open("#/board");
  await says("东河分局");
  expect(rowOf("东河分局").slice(0, 2)).toEqual(["12", "0"]);
  expect(rowOf("东河分局").at(-1)).toContain("下级 2 个没有上报");
  expect(new Set(rowOf("西河分局").slice(0, -1))).toEqual(new Set(["—"]));
  expect(rowOf("西河分局").at(-1)).toBe("从未上报");
  expect(rowOf("北岸分局")[0]).toBe("3");
  expect(rowOf("北岸分局").at(-1)).toContain("后没有上报");
  expect(rowOf("合计")[0]).toBe("30");
  expect(shown()).toContain("4 个下级单位没有上报");
  expect(shown()).toContain("下级 8 个单位，6 个已上报");
});

it("leads down to a unit of this platform, not to one of another", async () => {
  open("#/board");
  await says("东河分局");
  expect(one<HTMLAnchorElement>("a", "东河分局").getAttribute("href")).toBe("#/board/east");
  expect([...document.querySelectorAll("a")].some(({ textContent }) => textContent === "东湖县局")).toBe(
    false,
  );
  expect(shown()).toContain("另一套平台");
  edge.routes.rollup = ({ query }) =>
    board({
      unit: query["unit"],
      unitName: "东河分局",
      children: [],
      path: [
        { unit: "root", unitName: "星河市公安局" },
        { unit: "east", unitName: "东河分局" },
      ],
    });
  open("#/board/east");
  await says("没有下级单位");
  expect(queries().at(-1)?.query).toMatchObject({ unit: "east" });
  expect(one<HTMLAnchorElement>(".board-path a").getAttribute("href")).toBe("#/board");
});

it("asks for a day, seven days or thirty, up to a day that is chosen", async () => {
  open("#/board");
  await says("东河分局");
  const today = dayKey(dayOf(Date.now()));
  expect(queries().at(-1)?.query).toEqual({ from: today, to: today });
  await type(labelled("截至"), "2026-11-10");
  await press("七天");
  await vi.waitFor(() => expect(queries().at(-1)?.query).toEqual({ from: "2026-11-04", to: "2026-11-10" }));
});

it("lists rules by what is still open, and the sums without a rule nowhere", async () => {
  open("#/board");
  await says("late-notice");
  const rules = [...document.querySelectorAll(".board-rules tbody th")].map(({ textContent }) => textContent);
  expect(rules).toEqual(["bail-overrun", "late-notice"]);
});

it("makes a code for a unit elsewhere and enrols at a platform above, for administrators only", async () => {
  open("#/board");
  await says("东河分局");
  expect(shown()).not.toContain("平台之间上报");
  signInAs("admin");
  edge.routes.addRollupChild = () => ({ code: "root.7KQM-2XRT-9HWD", until: now + 7 * 86_400_000 });
  edge.routes.joinRollupParent = () => {
    throw new Refuse("bad-code", "登记码不对、已经用过或者过期");
  };
  open("#/board");
  await says("平台之间上报");
  await press("发登记码");
  expect(shown()).toContain("请填写");
  await type(labelled("单位代码"), "nanhe");
  await type(labelled("单位名称"), "南河县局");
  await press("发登记码");
  await says("登记码 root.7KQM-2XRT-9HWD");
  expect(bodies(edge, "addRollupChild")).toEqual([{ id: "nanhe", name: "南河县局" }]);
  await type(labelled("上级平台地址"), "https://fb.example.invalid");
  await type(labelled("登记码"), "root.AAAA");
  await press("登记");
  await says("登记码不对、已经用过或者过期");
});

it("a bulletin tells a calendar period beside the one before, who stands where, and who has not reported", async () => {
  edge.routes.rollup = ({ query }) =>
    query["from"]?.startsWith("2026-11") === true
      ? board({ from: query["from"], to: query["to"] })
      : board({ total: { incidents: 36, red: 2, open: 0, corrected: 1, found: 1 } });
  open("#/board");
  await says("东河分局");
  await type(labelled("截至"), "2026-11-18");
  await press("通报");
  await press("月通报");
  await says("星河市公安局执法监督月通报");
  await vi.waitFor(() =>
    expect(queries().map(({ query }) => query)).toEqual(
      expect.arrayContaining([
        { from: "2026-11-01", to: "2026-11-30" },
        { from: "2026-10-01", to: "2026-10-31" },
      ]),
    ),
  );
  await says("2026-11-01至2026-11-30");
  for (const told of ["警情30比上月减 6", "违反2比上月持平", "未整改1比上月增 1", "本人自行纠正的占 100%"])
    expect(shown()).toContain(told);
  const names = [...document.querySelectorAll(".bulletin .sheet-table")].map((table) =>
    [...table.querySelectorAll("tbody tr")].map((row) => row.querySelector("td")?.firstChild?.textContent),
  );
  expect(names[0]).toEqual(["东河分局", "东湖县局", "北岸分局", "本单位自办", "合计"]);
  expect(names[1]).toEqual(["bail-overrun", "late-notice"]);
  expect(shown()).toContain("西河分局 从未上报");
  expect(shown()).toContain("东河分局的下级 2 个单位没有上报");
  expect(shown()).toMatch(/北岸分局 2026年11月18日 \d\d:00后没有上报/);
  await press("返回指标");
  await says("按规则");
});

it("periods of a bulletin are those of the calendar", () => {
  const at = (period: "day" | "week" | "month", day: string) => {
    const { span, before } = bulletinSpans(period, day, now);
    return [span.from, span.to, before.from, before.to];
  };
  expect(at("day", "2026-03-01")).toEqual(["2026-03-01", "2026-03-01", "2026-02-28", "2026-02-28"]);
  expect(at("week", "2026-03-01")).toEqual(["2026-02-23", "2026-03-01", "2026-02-16", "2026-02-22"]);
  expect(at("week", "2026-03-02")).toEqual(["2026-03-02", "2026-03-08", "2026-02-23", "2026-03-01"]);
  expect(at("month", "2028-03-31")).toEqual(["2028-03-01", "2028-03-31", "2028-02-01", "2028-02-29"]);
  expect(at("month", "2026-01-15")).toEqual(["2026-01-01", "2026-01-31", "2025-12-01", "2025-12-31"]);
  expect(at("month", "")[0]).toBe("2026-11-01");
});
