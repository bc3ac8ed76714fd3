// Each list of the console as a table: in the words of its screen, a row for each line, nothing that the screen does not show.
import { expect, it } from "vitest";
import type { ItemView } from "../../../shared/api/routes/items.ts";
import type { MemberLine } from "../../../shared/api/routes/members.ts";
import type { Rule } from "../../../shared/rules/rule.ts";
import type { Objection } from "../../../shared/supervision/objection.ts";
import { membersTable, rulesTable, unitsTable } from "./register-lists.ts";
import { callsTable, itemsTable, objectionsTable } from "./supervision-lists.ts";
import type { Table } from "./table.ts";

const AT = Date.parse("2026-11-20T15:48+08:00");
/** The rows by the heads of their columns. */
const said = ({ heads, rows }: Table) =>
  rows.map((row) => Object.fromEntries(heads.map((head, i) => [head, row[i]])));

it("items with stage, owner, origin and limit; a matter without a case by its own number", () => {
  const item = {
    id: "i1",
    title: "拘留后超过一日未通知家属",
    number: "A9901",
    origin: "rule",
    state: "mending",
    owner: { id: "m1", name: "陈立" },
    limit: AT,
  } as unknown as ItemView;
  const { owner: _, ...nobodys } = item;
  expect(said(itemsTable([item, { ...nobodys, number: "", ref: "9901-7", state: "closed" }]))).toMatchObject([
    { 环节: "整改", 责任人: "陈立", 案件: "A9901", 来源: "规则预警", 期限: "2026-11-20 15:48" },
    { 环节: "办结", 案件: "9901-7" },
  ]);
});

it("objections with what was answered", () => {
  const one = {
    kind: "disputed",
    rule: "interview-single-officer",
    number: "A9901",
    byName: "陈立",
    at: "2026-11-20T07:48:00.000Z",
    said: "当日有两名民警在场",
    state: "answered",
    answer: { byName: "林知秋", at: "2026-11-20T08:00:00.000Z", outcome: "upheld", said: "已核对" },
  } as unknown as Objection;
  expect(said(objectionsTable([one]))).toMatchObject([
    {
      状态: "已答复",
      提出人: "陈立",
      提出时间: "2026-11-20 15:48",
      结论: "异议成立",
      答复: "已核对",
      答复人: "林知秋",
    },
  ]);
});

it("the calls of a day with unit and channel", () => {
  const call = { caseKey: "p:1", number: "9901", unit: "cg", receivedAt: AT, way: "110指令", what: "盗窃" };
  const table = callsTable([{ ...call, state: "late" } as never], () => "城关派出所", "2026-11-20");
  expect(table.title).toContain("2026-11-20");
  expect(said(table)).toMatchObject([
    { 警情编号: "9901", 单位: "城关派出所", 接警时间: "2026-11-20 15:48", 对账: "逾期未受案" },
  ]);
});

it("members without their telephone numbers, units with their parents and people", () => {
  const member = {
    id: "m1",
    name: "陈立",
    account: "chenli",
    officerId: "037215",
    unitName: "柳桥派出所",
    roles: ["officer", "legal"],
    state: "active",
    phone: "00000037215",
  } as unknown as MemberLine;
  const table = membersTable([member]);
  expect(said(table)).toMatchObject([{ 姓名: "陈立", 账号: "chenli", 单位: "柳桥派出所" }]);
  expect(JSON.stringify(table)).not.toContain("00000037215");
  const units = [
    { id: "root", name: "云岭县公安局", parent: null, level: "county" },
    { id: "cg", name: "城关派出所", parent: "root", level: "station" },
  ] as const;
  expect(said(unitsTable(units as never, (id) => (id === "cg" ? 7 : 0)))).toMatchObject([
    { 代码: "root", 人员: 0 },
    { 代码: "cg", 上级: "云岭县公安局", 人员: 7 },
  ]);
});

it("rules with every edition that they cite", () => {
  const rule = {
    id: "bail-overrun",
    title: "取保候审超过十二个月未解除",
    stage: "coercive-measures",
    weight: "red-line",
    status: "live",
    basis: [{ statute: "刑事诉讼法", edition: "2018-10-26", article: "79" }],
    fix: "解除或者变更。",
    owner: "法制支队",
    reviewBy: "2027-06-30",
  } as unknown as Rule;
  expect(said(rulesTable([rule]))).toMatchObject([
    { 编号: "bail-overrun", 级别: "红线", 依据: "《刑事诉讼法》（2018-10-26）第79条", 复核期: "2027-06-30" },
  ]);
});
