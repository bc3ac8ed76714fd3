// The words of 有异议 and 有误: on the card that they are about, and in the list of those who answer.
import type { Objection, Outcome } from "../../shared/supervision/objection.ts";

type Kind = Objection["kind"];

/** What an answer comes to, by what was asked. */
export const OUTCOME: Readonly<Record<Kind, Readonly<Record<Outcome, string>>>> = {
  disputed: { upheld: "异议成立", denied: "维持结论" },
  wrong: { upheld: "确有误，已改或者将改规则", denied: "规则无误" },
};

export const words = {
  card: {
    part: "答复",
    waitsLegal: "已转法制部门，答复会回到这张卡片",
    waitsOwner: "已转规则维护人，答复会回到这张卡片",
    yours: (said: string) => `您写的：${said}`,
    by: (name: string, at: string) => `${name} ${at}`,
    answered: (outcome: string) => `已答复 · ${outcome}`,
    add: "可以补一句为什么（可不填）",
    skip: "不补了",
    guide: "指引",
    guideLong: "一分钟指引",
  },
  page: {
    title: "异议与报错",
    sub: (open: number, all: number) => `待答复 ${open} · 共 ${all}`,
    mine: "您提出的，答复也会回到原来的卡片上",
    filters: { open: "待答复", answered: "已答复" },
    filter: "状态",
    search: "案号、事项、姓名",
    kind: { disputed: "有异议", wrong: "有误" } satisfies Record<Kind, string>,
    none: "没有待答复的",
    noneWhy: "民警在卡片上点“有异议”或者“有误”，会带着去掉个人信息的事实到这里。",
    noneAnswered: "还没有答复过的",
    noMatch: "没有符合的",
    noMatchWhy: "换一个词，或者清空搜索。",
    by: (name: string, at: string) => `${name} ${at} 提出`,
    owner: (owner: string) => `规则由${owner}维护`,
    law: (statute: string, article: string, edition: string) =>
      `《${statute}》第${article}条（${edition} 版）`,
    noSaid: "没有写理由",
    shown: (n: number) => `当时读到的事实 ${n} 个（已去掉个人信息）`,
    masked: "有值，不出本机",
    absent: "空白",
    unread: "未读",
    rule: "看规则",
    waiting: "待答复",
    answer: "答复",
    outcome: "结论",
    saidLabel: "写给提出人的话",
    saidHint: "写明理由和依据，记入台账，提出人在卡片上看到",
    empty: "请写一句理由",
    send: "答复",
    sending: "发送中",
    sent: "已答复，提出人的卡片上会看到",
    failed: "没有发送",
    answered: (name: string, at: string) => `${name} ${at} 答复`,
  },
} as const;
