// The words of a page that say nothing about anybody: labels, choices, units and headings that the dictionary or the profile knows.
import { dictionary } from "../../../shared/dictionary/dictionary.ts";
import { foldLabel, squeeze } from "../../../shared/dictionary/fold.ts";
import type { SiteProfile } from "../../../shared/rules/site-profile.ts";
import { PAGE_KINDS } from "../../words/picker.ts";

const PLAIN = `民警 辅警 协警 实习 人 次 元 万元 日 月 年 时 分 秒 天 小时 分钟 男 女 是 否 有 无 第 至 到 共 页 条 件 份 名 个
  保存 提交 提交审核 查询 搜索 检索 筛选 重置 返回 取消 确定 关闭 编辑 新增 删除 查看 打印 导出 暂存 审核 签发 操作 序号 备注 请选择 请输入
  登记表 登记 报告书 笔录 审批表 信息 详情 列表 清单 基本情况 基本信息 案件 警情 人员 文书 财物 办理 情况 结果 内容 单位 部门
  开始 结束 时间 日期 起 止`;

export interface Vocabulary {
  /** Whether a word as a whole is known. */
  has(word: string): boolean;
  /** The longest known word at a place of a text; "" when there is none. */
  at(text: string, place: number): string;
}

/** The words of the dictionary and of a profile. */
export function vocabularyOf(profile: SiteProfile): Vocabulary {
  const words = new Set<string>();
  const add = (word: string | undefined): void => {
    if (word === undefined || word === "") return;
    words.add(squeeze(word));
    words.add(foldLabel(word));
  };
  for (const kind of dictionary) {
    add(kind.label);
    for (const field of kind.fields) {
      for (const word of [field.label, ...field.synonyms, ...field.codes]) add(word);
      if (field.type.is === "choice")
        for (const word of [...field.type.values, ...Object.keys(field.type.aliases)]) add(word);
    }
  }
  for (const word of [...PLAIN.split(/\s+/), ...Object.values(PAGE_KINDS)]) add(word);
  for (const { values } of [
    ...(profile.codeTables ?? []),
    ...profile.pages.flatMap((page) => page.codeTables ?? []),
  ])
    for (const code of Object.keys(values)) add(code);
  for (const page of profile.pages) {
    add(page.heading);
    for (const { label } of page.corrections ?? []) add(label);
    for (const { text } of page.submits ?? []) add(text);
  }
  const longest = Math.max(...[...words].map((word) => word.length));
  return {
    has: (word) => words.has(squeeze(word)) || words.has(foldLabel(word)),
    at(text, place) {
      for (let length = Math.min(longest, text.length - place); length > 1; length--) {
        const word = text.slice(place, place + length);
        if (words.has(word)) return word;
      }
      return "";
    },
  };
}
