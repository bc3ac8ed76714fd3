// The labels of the dictionary as pages need them to tell a label from a value: folded, in all their phrasings.
import { labelIndex, phrasings } from "../../../shared/dictionary/match.ts";
import { allWordings } from "../../../shared/dictionary/worded.ts";
import { FIELD_END } from "./page-words.ts";

let words: string | undefined;

/** Labels that official forms have and the dictionary has not: they end the value before them. */
const OTHERS =
  "时间 日期 询问时间 讯问时间 起止时间 询问起止时间 讯问起止时间 起止日期 身份证件种类及号码 身份证件种类 证件种类 证件类型 文化程度 户籍所在地 户籍地址 户籍地 民族 国籍 籍贯 曾用名 职业 别名 绰号 政治面貌 接报地点 移送人 备注 附件 办案单位意见 受案意见 受案审批 领导批示 序号 受案部门负责人 办案部门负责人 部门负责人 填表人 制表人 本人签名";

/** What platforms write over groups of pairs as well. */
const OVER = /情况|情形|信息|内容|经过|详情|概况|记录$|第/;

/**
 * All folded labels, synonyms and wordings with their other phrasings (日期 for 时间, without 是否), separated by spaces; not
 * those that the page's script knows by their ends.
 */
export function labelWords(): string {
  if (words !== undefined) return words;
  const all = new Set<string>(OTHERS.split(" "));
  for (const [word, matches] of labelIndex.words) {
    all.add(word);
    for (const { field } of matches) for (const other of phrasings(word, field)) all.add(other);
  }
  for (const word of allWordings()) if (word.length > 2 && !OVER.test(word)) all.add(word);
  const end = new RegExp(FIELD_END);
  words = [...all].filter((word) => !end.test(word)).join(" ");
  return words;
}
