// The list of cases, a case with its ledger, and notes, as they are used.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { CaseNote } from "../../../shared/supervision/note.ts";
import { bodies, chromeOf, type Edge, edgeFor } from "../sample/background.ts";
import { close, key, labelled, one, open, press, shown, submit, type } from "../sample/draw.ts";
import { CASE, type SampleLedger, sampleLedger } from "../sample/ledger.ts";
import { samplePack } from "../sample/rule.ts";

const HOUR = 3_600_000;
let edge: Edge;
let ledger: SampleLedger;
let notes: CaseNote[];

const row = (number: string, colour: string, nextDue: number | null, red = 0) => ({
  key: `警综平台:${number}`,
  number,
  platform: "警综平台",
  colour,
  red,
  orange: 0,
  unknown: 2,
  nextDue,
  entries: 1,
  notes: number.endsWith("93") ? 2 : 0,
  updatedAt: Date.now(),
});

const note = (id: string, part: Partial<CaseNote>): CaseNote => ({
  id,
  caseKey: CASE,
  kind: "问题",
  said: `内容 ${id}`,
  anchor: { page: "measures", url: "/", frame: "", css: "#x", field: "measures/m1.endedAt" },
  by: "m9",
  byName: "林知秋",
  at: "2026-11-20T01:00:00.000Z",
  state: "open",
  replies: [],
  ...part,
});

const finding = (part: object) => ({
  rule: "bail-overrun",
  on: "measures/m1",
  verdict: "breached",
  colour: "red",
  missing: [],
  key: "k",
  ...part,
});

beforeEach(() => {
  localStorage.clear();
  edge = edgeFor("legal");
  ledger = sampleLedger();
  for (const kind of ["facts", "signed"]) ledger.add(kind);
  ledger.add("viewed");
  const now = Date.now();
  notes = [
    note("later", { due: new Date(now + 48 * HOUR).toISOString() }),
    note("sooner", { due: new Date(now + HOUR).toISOString() }),
    note("done", { state: "closed" }),
  ];
  edge.routes.cases = () => ({
    cases: [
      row("A001", "green", now + HOUR),
      row("A9901042025100093", "red", null, 1),
      row("A002", "orange", now + 5 * HOUR),
      row("A003", "orange", now + 2 * HOUR),
    ],
  });
  edge.routes.caseView = () => ({
    key: CASE,
    facts: [],
    complete: [],
    findings: [
      finding({ rule: "x", verdict: "unknown", colour: "grey", missing: ["measures/m1.endedAt"] }),
      finding({ due: now - 12 * 24 * HOUR, since: now - 12 * 24 * HOUR }),
      finding({ rule: "y", verdict: "met", colour: "green" }),
    ],
    ticks: [],
    notes,
    reminders: [],
    at: now,
  });
  edge.routes.ledger = () => ledger.show();
  edge.routes.consistency = ({ query }) => ({
    from: Number(query.from),
    to: Number(query.to),
    proof: ledger.consistency(Number(query.from), Number(query.to)),
  });
  edge.routes.pack = () => ({
    pack: { body: JSON.stringify(samplePack()), key: "", signature: "", hash: "" },
  });
  vi.stubGlobal("chrome", chromeOf(edge));
});
afterEach(close);

const says = (text: string): Promise<void> => vi.waitFor(() => expect(shown()).toContain(text));
const numbers = (): (string | null)[] =>
  [...document.querySelectorAll(".row-link")].map(({ textContent }) => textContent);

it("lists the gravest first, then what ends soonest; filters and searches", async () => {
  open("#/cases");
  await vi.waitFor(() => expect(numbers()).toEqual(["A9901042025100093", "A003", "A002", "A001"]));
  await press("待办 1");
  expect(numbers()).toEqual(["A9901042025100093"]);
  await press("全部 4");
  await type(one<HTMLInputElement>('input[type="search"]'), "a00 3");
  expect(numbers()).toEqual(["A003"]);
  await type(one<HTMLInputElement>('input[type="search"]'), "zzz");
  expect(shown()).toContain("没有符合条件的案件");
});

it("is walked by keys, never while an input method composes or in a text field", async () => {
  open("#/cases");
  await vi.waitFor(() => expect(numbers()).toHaveLength(4));
  const focused = (): string | null | undefined => document.activeElement?.textContent;
  await key("j");
  expect(focused()).toBe("A9901042025100093");
  await key("j");
  expect(focused()).toBe("A003");
  await key("k");
  expect(focused()).toBe("A9901042025100093");
  await key("j", { isComposing: true });
  await key("j", { ctrlKey: true });
  expect(focused()).toBe("A9901042025100093");
  await key("/");
  expect(document.activeElement).toBe(one('input[type="search"]'));
  await key("j");
  expect(document.activeElement).toBe(one('input[type="search"]'));
});

it("shows a case with its findings in words, proves the ledger, and goes back with T", async () => {
  open(`#/cases/${encodeURIComponent(CASE)}`);
  await says("凭证相符");
  await says("取保候审超过十二个月未解除");
  expect(shown()).toContain("违反 1，期限内 0，未检查 1，符合 1");
  expect(shown()).toContain("超 12 天");
  expect(shown()).toContain("没有读到 “强制措施 → 解除时间”");
  expect(shown()).toContain("您的查看也记入台账");
  one('[data-tab="ledger"]').click();
  await says("3 条记录逐条核对");
  expect(document.querySelectorAll(".ledger tbody .state.green")).toHaveLength(3);
  await key("t");
  await vi.waitFor(() => expect(numbers()).toHaveLength(4));
});

it("says 凭证不符 at the altered line and does not forget what it saw before", async () => {
  open(`#/cases/${encodeURIComponent(CASE)}`);
  await says("凭证相符");
  const before = localStorage.getItem("first-button.console.checkpoints");
  expect(before).not.toBeNull();
  ledger.add("done");
  edge.routes.ledger = () => {
    const good = ledger.show();
    return { ...good, lines: good.lines.map((line, i) => (i === 1 ? { ...line, by: "m2" } : line)) };
  };
  open(`#/cases/${encodeURIComponent(CASE)}`);
  await says("凭证不符");
  one('[data-tab="ledger"]').click();
  await says("1 条记录与检查点不符");
  expect(document.querySelectorAll(".ledger tbody .state.red")).toHaveLength(1);
  expect(localStorage.getItem("first-button.console.checkpoints")).toBe(before);
  edge.routes.ledger = () => ledger.show();
  open(`#/cases/${encodeURIComponent(CASE)}`);
  await says("凭证相符");
  one('[data-tab="ledger"]').click();
  await says("从 3 条增到 4 条，只增未改");
});

it("lists open notes due first and closes one with a line", async () => {
  edge.routes.closeNote = ({ params }) => {
    notes = notes.map((one) => (one.id === params.id ? { ...one, state: "closed" } : one));
    return { note: notes[0] };
  };
  open("#/notes");
  await says("未办结 2");
  const order = (): (string | null)[] =>
    [...document.querySelectorAll(".note")].map((element) => element.getAttribute("data-note"));
  expect(order()).toEqual(["sooner", "later"]);
  one('[data-note="sooner"]').querySelectorAll("button")[1]?.click();
  await says("复核意见");
  await submit();
  expect(shown()).toContain("请写内容");
  expect(bodies(edge, "closeNote")).toEqual([]);
  await type(labelled("复核意见"), "联系 13900000000");
  expect(shown()).toContain("像是含有电话号码");
  await type(labelled("复核意见"), " 已核对，属实。 ");
  await submit();
  await vi.waitFor(() => expect(order()).toEqual(["later"]));
  expect(bodies(edge, "closeNote")).toEqual([{ said: "已核对，属实。" }]);
});

it("keeps what was typed when sending fails", async () => {
  open("#/notes");
  await says("未办结 2");
  one('[data-note="sooner"]').querySelectorAll("button")[0]?.click();
  await says("回复林知秋");
  await type(labelled("回复林知秋"), "今日入库。");
  await submit();
  await says("没有发送");
  expect(labelled("回复林知秋").value).toBe("今日入库。");
});
