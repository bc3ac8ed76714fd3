// The list of running measures as it is used: the soonest end first, names only where this browser has them.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Reply } from "../../../shared/api/contract.ts";
import { chromeOf, type Edge, edgeFor } from "../sample/background.ts";
import { close, open, press, shown } from "../sample/draw.ts";
import { samplePack } from "../sample/rule.ts";
import { custodyTable } from "./CustodyTable.tsx";
import { custodyRows } from "./rows.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.now();
const KEY = "警综平台:A990100";
let edge: Edge;
let custody: Reply<"custody">;

const measure = (on: string, part: object): Reply<"custody">["measures"][number] => ({
  caseKey: KEY,
  on: `measures/${on}`,
  kind: "取保候审",
  startedAt: NOW - 300 * DAY,
  endUnread: false,
  findings: [],
  ...part,
});
const bail = (on: string, part: object) => ({
  rule: "bail-overrun",
  on: `measures/${on}`,
  verdict: "due" as const,
  colour: "green" as const,
  missing: [],
  key: "k",
  ...part,
});

beforeEach(() => {
  localStorage.clear();
  edge = edgeFor("leader");
  custody = {
    at: NOW,
    cases: [
      {
        key: KEY,
        number: "A990100",
        platform: "警综平台",
        by: "m1",
        byName: "陈立",
        mine: false,
        what: "盗窃",
      },
    ],
    measures: [
      measure("later", { findings: [bail("later", { due: NOW + 65 * DAY })], person: "9d1c0000aaaa0002" }),
      measure("over", {
        findings: [bail("over", { verdict: "breached", colour: "red", due: NOW - 2 * DAY })],
        person: "9d1c0000aaaa0001",
      }),
      measure("page", { kind: "监视居住", dueAt: NOW + 5 * HOUR }),
      measure("dark", { kind: "逮捕", endUnread: true }),
    ],
    rules: [],
  };
  edge.routes.custody = () => custody;
  edge.routes.pack = () => ({
    pack: { body: JSON.stringify(samplePack()), key: "", signature: "", hash: "" },
  });
  edge.requests.names = () => ({ ok: true, value: { "9d1c0000aaaa0001": "韩某某" } });
  vi.stubGlobal("chrome", chromeOf(edge));
});
afterEach(close);

const kinds = (): (string | undefined)[] =>
  [...document.querySelectorAll(".custody tbody tr")].map((row) => row.children[2]?.textContent ?? undefined);

it("lists the soonest end first, what cannot be told last, and says why", async () => {
  open("#/custody");
  await vi.waitFor(() => expect(kinds()).toEqual(["取保候审", "监视居住", "取保候审", "逮捕"]));
  await vi.waitFor(() => expect(shown()).toContain("超 2 天"));
  expect(shown()).toContain("在押在控 4 · 已超期 1 · 七日内到期 1");
  expect(shown()).toContain("平台填写");
  expect(shown()).toContain("解除时间没有读到，可能已经解除");
  expect(shown()).toContain("取保候审超过十二个月未解除");
  await press("24 小时内 1");
  expect(kinds()).toEqual(["监视居住"]);
  await press("不能算 1");
  expect(kinds()).toEqual(["逮捕"]);
});

it("names whom this browser has read, and calls the others by their reference", async () => {
  open("#/custody");
  await vi.waitFor(() => expect(shown()).toContain("韩某某"));
  expect(shown()).toContain("引用 9d1c00");
  const asked = edge.asked.filter(({ name }) => name === "custody");
  expect(JSON.stringify(asked)).not.toContain("韩某某");
});

it("is the same list as a spreadsheet", () => {
  const rules = new Map(samplePack().rules.map((rule) => [rule.id, rule]));
  const table = custodyTable(custodyRows(custody, rules, {}, NOW), NOW);
  expect(table.rows).toHaveLength(4);
  expect(table.rows[0]?.slice(0, 4)).toEqual(["已超期", "引用 9d1c00", "取保候审", "A990100"]);
  expect(table.heads).toContain("下一步");
});
