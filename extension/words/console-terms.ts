// The words of a rule's own terms: status, weight, audience, counting method, unit, and the name of each field.
import type { Status, Weight } from "../../shared/rules/rule.ts";
import type { Count, LimitUnit } from "../../shared/time/period.ts";

export const STATUS: Readonly<Record<Status, string>> = {
  draft: "草稿",
  shadow: "静默",
  trial: "试行",
  live: "生效",
  retired: "停用",
};

export const WEIGHT: Readonly<Record<Weight, string>> = {
  "red-line": "红线",
  serious: "严重",
  reminder: "提醒",
};

export const AUDIENCE = { officer: "办案民警", legal: "法制员" } as const;

/** How a counting method is called in the sentence of a clock. */
export const COUNT: Readonly<Record<Count, string>> = {
  hours: "小时连续计算",
  "criminal-days": "刑事期日，首日不计，节假日顺延",
  "custody-hours": "羁押小时，不顺延",
  "custody-days": "羁押期日，不顺延",
  "custody-months": "限制人身自由，按月，不顺延",
  "admin-days": "行政期日，首日不计，节假日顺延",
  workdays: "工作日",
  months: "按月，到对应日",
  "at-once": "立即，按设定分钟数",
};

export const UNIT: Readonly<Record<LimitUnit, string>> = {
  minutes: "分钟",
  hours: "小时",
  days: "日",
  workdays: "个工作日",
  months: "个月",
  years: "年",
};

/** How the fields of a rule are called in a comparison. */
export const FIELD: Readonly<Record<string, string>> = {
  title: "名称",
  titleDue: "期限内名称",
  why: "事实句",
  stage: "阶段",
  weight: "等级",
  audience: "给谁看",
  status: "状态",
  basis: "依据",
  act: "行为日期",
  each: "对每一条",
  when: "条件",
  unless: "例外",
  require: "须符合",
  attest: "本人确认",
  extend: "延长",
  stop: "不计入",
  marker: "标记位置",
  pages: "页面",
  kinds: "案件类别",
  gate: "提交前",
  fix: "怎么办",
  guide: "指引",
  template: "模板",
  owner: "维护",
  reviewBy: "复审日期",
  examples: "例子",
  limit: "期限",
  count: "计算方法",
  from: "起算",
  until: "截止",
  warn: "届满前提醒",
  begun: "已开始",
  needs: "等待本地值",
  quiet: "只在面板里等",
};
