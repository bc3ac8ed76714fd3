// The page of data from other systems: what is not cleared of a day, a key shown once, a table without personal columns, a signed attempt.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { IntakeSource } from "../../../shared/api/routes/intake.ts";
import { intakeSignature } from "../../../shared/intake/sign.ts";
import { bodies, chromeOf, type Edge, edgeFor, Refuse } from "../sample/background.ts";
import { choose, close, labelled, one, open, press, shown, type } from "../sample/draw.ts";

let edge: Edge;
const KEY = "ab".repeat(32);
const source = (part: Partial<IntakeSource> = {}): IntakeSource => ({
  id: "s1",
  kind: "cabinet",
  name: "县局卷宗柜",
  unit: "cg",
  unitName: "城关派出所",
  platform: "案件",
  whole: null,
  generation: 1,
  madeAt: Date.parse("2026-03-01T09:00+08:00"),
  byName: "管某某",
  graceUntil: null,
  endedAt: null,
  ...part,
});
const show = (...roles: readonly string[]): void => {
  edge = edgeFor(...roles);
  edge.routes.intakeDay = () => ({
    incidents: [
      {
        unit: "cg",
        caseKey: "接处警:J1",
        number: "J9901",
        receivedAt: Date.now(),
        way: "110指令",
        what: "盗窃",
        state: "late",
      },
      {
        unit: "cg",
        caseKey: "接处警:J2",
        number: "J9902",
        receivedAt: Date.now(),
        way: "上门报案",
        what: "纠纷",
        state: "other",
      },
      {
        unit: "cg",
        caseKey: "接处警:J3",
        number: "J9903",
        receivedAt: Date.now(),
        way: "电话报警",
        what: "盗窃",
        state: "filed",
      },
    ],
    casesAlone: 2,
    more: 0,
  });
  edge.routes.intakeSources = () => ({ sources: [source()] });
  edge.routes.intakeLog = () => ({ lines: [] });
  edge.routes.units = () => ({ units: [{ id: "cg", name: "城关派出所", parent: null, level: "station" }] });
  vi.stubGlobal("chrome", chromeOf(edge));
  open("#/intake");
};
beforeEach(() => localStorage.clear());
afterEach(close);
const says = (text: string): Promise<void> => vi.waitFor(() => expect(shown()).toContain(text), 3_000);

it("an officer sees the day by channel, what is not cleared first, and nothing else", async () => {
  show("officer");
  await says("J9901");
  expect([...document.querySelectorAll("[role=tab]")].map(({ textContent }) => textContent)).toEqual([
    "警案对账",
  ]);
  expect([...document.querySelectorAll(".channels > div")].map(({ textContent }) => textContent)).toEqual([
    "110报警1没有清零 1",
    "来所报警1已清零",
    "来电和网络报警1已清零",
  ]);
  expect(shown()).not.toContain("J9903");
  expect(shown()).toContain("另有 2 件案件没有关联警情");
  await press("全部 3");
  await says("J9903");
  await press("前一天");
  await vi.waitFor(() =>
    expect(edge.asked.filter(({ name }) => name === "intakeDay").length).toBeGreaterThan(1),
  );
});

it("a new connection shows its key once", async () => {
  show("admin");
  await vi.waitFor(() => one("[role=tab]", "接入"), 3_000);
  await press("接入", "[role=tab]");
  await says("县局卷宗柜");
  await press("新建接入");
  await vi.waitFor(() => expect(labelled("接入单位").value).toBe("cg"));
  await type(labelled("名称"), "县局110");
  edge.routes.createIntakeSource = () => ({ source: source({ name: "县局110" }), key: KEY });
  await press("新建并显示密钥");
  await says(KEY);
  expect(shown()).toContain("/v1/intake/s1");
  expect(bodies(edge, "createIntakeSource")).toEqual([
    { kind: "incident", name: "县局110", unit: "cg", whole: false },
  ]);
  await press("已交给对方");
  expect(shown()).not.toContain(KEY);
});

it("a table is checked first, and its personal columns stay in the browser", async () => {
  show("legal");
  await vi.waitFor(() => one("[role=tab]", "从表格导入"), 3_000);
  await press("从表格导入", "[role=tab]");
  const give = async (text: string): Promise<void> => {
    const input = one<HTMLInputElement>("input[type=file]");
    Object.defineProperty(input, "files", { value: [new File([text], "警情.csv")], configurable: true });
    input.dispatchEvent(new Event("change", { bubbles: true }));
  };
  await give("报警人,接警时间\n韩某某,2026-03-01 09:00\n");
  await says("表格缺少列：警情编号");
  edge.routes.importIntake = () => ({
    problems: [{ row: 0, column: "receivedAt", code: "bad-value", message: "接警时间“昨天”不能识别" }],
    made: 0,
    known: 0,
    dropped: {},
  });
  await give("报警人,接警时间,接警单编号\n韩某某,昨天,J9901\n");
  await says("1 行不对，改好后重新选择文件");
  expect(shown()).toContain("不上传的列：报警人");
  expect(shown()).toContain("接警时间“昨天”不能识别");
  expect(JSON.stringify(edge.asked)).not.toContain("韩某某");
  expect(bodies(edge, "importIntake").at(-1)).toEqual({
    kind: "incident",
    check: true,
    rows: [{ receivedAt: "昨天", number: "J9901" }],
  });
  edge.routes.importIntake = () => ({ problems: [], made: 1, known: 0, dropped: {} });
  await give("接警单编号,接警时间\nJ9901,2026-03-01 09:00\n");
  await says("1 行都可以导入");
  await press("导入 1 行");
  await says("已导入 1 行");
  expect(bodies<{ check: boolean }>(edge, "importIntake").at(-1)?.check).toBe(false);
});

it("the person of a stay goes by reference: number and name stay in the browser", async () => {
  show("legal");
  edge.requests["person-references"] = ({ numbers }) => ({
    ok: true,
    value: numbers.map((number) => `${number.slice(-4)}00000000000a`),
  });
  edge.routes.importIntake = () => ({ problems: [], made: 4, known: 0, dropped: {} });
  await vi.waitFor(() => one("[role=tab]", "从表格导入"), 3_000);
  await press("从表格导入", "[role=tab]");
  await choose(labelled("哪个系统的数据"), "venue");
  const input = one<HTMLInputElement>("input[type=file]");
  const text = [
    "案件编号,入区编号,动作,事件时间,进入人员,身份证号",
    "A1,R1,入区,2026-03-01 09:00,韩某某,990101199003070011",
    "A1,R2,入区,2026-03-01 09:00,00000000000000a1,",
    "A1,R3,入区,2026-03-01 09:00,李某某,",
    "A1,R4,入区,2026-03-01 09:00,王某某,不详",
  ].join("\n");
  Object.defineProperty(input, "files", { value: [new File([text], "入区.csv")], configurable: true });
  input.dispatchEvent(new Event("change", { bubbles: true }));
  await says("4 行都可以导入");
  const [sent] = bodies<{ rows: Record<string, string>[] }>(edge, "importIntake");
  expect(sent?.rows.map(({ person }) => person)).toEqual([
    "001100000000000a",
    "00000000000000a1",
    "只有姓名",
    "证件号不能识别",
  ]);
  expect(Object.keys(sent?.rows[0] ?? {})).not.toContain("idNumber");
  const calls = JSON.stringify(edge.asked.filter(({ name }) => name !== "person-references"));
  expect(calls).not.toMatch(/某某|199003070011/);
});

it("an attempt is signed over exactly what is sent, and what the service says is shown", async () => {
  show("admin");
  await vi.waitFor(() => one("[role=tab]", "试发"), 3_000);
  await press("试发", "[role=tab]");
  await says("县局卷宗柜（智能卷宗柜）");
  const go = (): HTMLButtonElement => one<HTMLButtonElement>("button.primary");
  expect(go().disabled).toBe(true);
  await type(labelled("密钥"), "abc");
  await says("密钥应当是 64 位十六进制");
  await type(labelled("密钥"), KEY);
  edge.routes.takeIntake = () => {
    throw new Refuse("bad-rows", "1 条事件不对,整批没有收");
  };
  go().click();
  await says("1 条事件不对,整批没有收");
  edge.routes.takeIntake = ({ query, body }) => {
    const { timestamp = "", signature = "" } = query;
    expect(signature).toBe(intakeSignature(KEY, timestamp, JSON.stringify(body)));
    return { taken: 1, known: 0, dropped: { 报警人: 1 }, entries: [{ unit: "cg", index: 7 }] };
  };
  go().click();
  await says("收下 1 条");
  expect(shown()).toContain("记入 城关派出所 台账第 7 条");
  expect(shown()).toContain("丢弃的个人字段：报警人 1");
  expect(JSON.stringify(edge.asked)).not.toContain(KEY);
});
