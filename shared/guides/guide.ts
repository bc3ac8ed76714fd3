// A one-minute guide: what is done in one stage of a case, how, and when it is done well enough, each step with its articles.
import type { Stage } from "../rules/rule.ts";

/** An article as rules cite it: statute, day of adoption of the edition, number. */
export interface Cited {
  readonly statute: string;
  readonly edition: string;
  readonly article: string;
}

export interface Step {
  /** 干什么. */
  readonly what: string;
  /** 怎么干. */
  readonly how: string;
  /** 干到什么程度. */
  readonly done: string;
  readonly cites: readonly Cited[];
}

export interface Guide {
  readonly stage: Stage;
  /** What the stage is there for, in one sentence. */
  readonly say: string;
  readonly steps: readonly Step[];
}

/** Cites articles of one edition. */
export const of =
  (statute: string, edition: string) =>
  (...articles: readonly string[]): readonly Cited[] =>
    articles.map((article) => ({ statute, edition, article }));

export const step = (
  what: string,
  how: string,
  done: string,
  ...cites: readonly (readonly Cited[])[]
): Step => ({ what, how, done, cites: cites.flat() });

export const criminalLaw = of("刑事诉讼法", "2018-10-26");
export const criminalRules = of("公安机关办理刑事案件程序规定", "2020-07-20");
export const publicOrderLaw = of("治安管理处罚法", "2025-06-27");
export const administrativeRules = of("公安机关办理行政案件程序规定", "2020-08-06");
export const penaltyLaw = of("行政处罚法", "2021-01-22");
export const forceLaw = of("行政强制法", "2011-06-30");
export const reportRules = of("公安机关接报案与立案工作规定", "2024-01-01");
export const filingOpinion = of("公安部关于改革完善受案立案制度的意见", "2015-11-04");
