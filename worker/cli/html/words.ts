// The Chinese words of the browsable catalogue.
import type { Verdict } from "../../../shared/rules/finding.ts";

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  met: "符合",
  moot: "不适用",
  due: "期限内",
  breached: "违反",
  unknown: "未检查",
};

export const WORDS = {
  product: "第一粒扣",
  nation: "基础规则包",
  title: "规则目录",
  stages: "阶段",
  laws: "依据",
  duties: "义务清单",
  search: "查找规则、条文、编号",
  none: "没有找到",
  front: "全部阶段",
  together: "下列各项同时符合",
  intro:
    "供法制部门核对：每条规则何时适用、期限怎么数、依据哪一条、例子怎么判。期限和例子由判定程序当场算出。",
  noText: "本目录只引条号，不收法律原文；请对照官方文本核对。",
} as const;
