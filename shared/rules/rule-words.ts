// The Chinese words for what a rule's closed keys say: weight, status, gate, audience and counting method.
import type { Count } from "../time/period.ts";
import type { Audience, Gate, Status, Weight } from "./rule.ts";

export const WEIGHT_WORDS: Readonly<Record<Weight, string>> = {
  "red-line": "红线",
  serious: "严重",
  reminder: "提醒",
};

export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  draft: "草稿",
  shadow: "静默",
  trial: "试行",
  live: "生效",
  retired: "停用",
};

export const GATE_WORDS: Readonly<Record<Gate, string>> = {
  none: "不设关口",
  soft: "提交前提醒一次",
  hard: "提交前拦截",
};

export const AUDIENCE_WORDS: Readonly<Record<Audience, string>> = { officer: "办案人", legal: "法制部门" };

/** How each method counts, in one sentence that a legal officer can check against the article. */
export const COUNT_WORDS: Readonly<Record<Count, string>> = {
  hours: "按小时，自起算时刻起连续计算",
  "criminal-days": "按日，起算当日不计，末日遇法定节假日顺延；遇普通周末，从严不顺延、从宽顺延",
  "custody-hours": "按羁押钟点，自起算时刻起至同一钟点届满，节假日不顺延",
  "custody-days": "按羁押日，末日遇节假日不顺延",
  "custody-months": "按羁押月，至对应日届满，节假日不顺延",
  "admin-days": "按自然日，起算当日不计，末日遇法定节假日顺延；遇普通周末，从严不顺延、从宽顺延",
  workdays: "按工作日，起算当日、周末和节假日不计，调休上班日计入",
  months: "按月，至对应日届满，当月没有对应日的至月末；末日遇节假日，从严不顺延、从宽顺延",
  "at-once": "立即或者即时，以配置的时长衡量",
};

/** Keys of a rule as a table of changes names them. */
export const KEY_WORDS: Readonly<Record<string, string>> = {
  limit: "期限",
  warn: "预警",
  weight: "分量",
  status: "状态",
  title: "标题",
  titleDue: "期限内标题",
  quiet: "打断",
  gate: "关口",
  basis: "依据",
  when: "适用条件",
  off: "停用",
  require: "须符合的条件",
  unless: "例外",
  extend: "延长",
  stop: "不计入的时间",
  restart: "重新计算",
  pair: "对应的材料",
  clash: "同时的行为",
  clock: "时限",
  count: "计算方法",
  from: "起算",
  until: "截止",
  begun: "已开始",
  kinds: "案件类别",
  audience: "给谁看",
  act: "行为日期",
  each: "对象",
  stage: "阶段",
  marker: "标记位置",
  pages: "页面",
  elsewhere: "也显示的页面",
  why: "事实句",
  fix: "怎么办",
  guide: "指引",
  template: "文书模板",
  needs: "等待的本地值",
  owner: "维护人",
  reviewBy: "复审日期",
  examples: "例子",
};

/** A key as a refusal names it, for who reads the screen and for who writes the file: 期限（limit）. */
export const keyWord = (key: string): string =>
  Object.hasOwn(KEY_WORDS, key) ? `${KEY_WORDS[key]}（${key}）` : key;
