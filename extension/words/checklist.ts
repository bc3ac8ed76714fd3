// The words of the checklists.
export interface Count {
  readonly done: number;
  readonly all: number;
}

export const checklist = {
  list: {
    next: "下一步",
    auto: "自动",
    byPerson: (name: string, at: string) => `${name}确认 ${at}`,
    evidence: (text: string) => `凭证：${text}`,
    needPerson: "需本人确认，可附凭证",
    confirm: "确认",
    undo: "撤销",
    met: (n: number) => `${n} 项已符合`,
    metHere: (n: number) => `${n} 项本页符合；其余没有读全`,
    moot: (n: number) => `${n} 项不适用`,
    mootHere: (n: number) => `${n} 项本页不适用；其余没有读全`,
    metHereOnly: "本页符合；其余没有读全",
    mootHereOnly: "本页不适用；其余没有读全",
    restUnread: (n: number) => `只读到 ${n} 条，其余没有读全，未检查`,
    caption: ({ byFacts, byPerson, part }: { byFacts: Count; byPerson: Count; part: number }) =>
      [
        ...(byFacts.all === 0 ? [] : [`自动核对\u00a0${byFacts.done}/${byFacts.all}`]),
        ...(byPerson.all === 0 ? [] : [`本人确认\u00a0${byPerson.done}/${byPerson.all}`]),
        ...(part === 0 ? [] : [`${part}\u00a0项只查了本页`]),
      ].join("，"),
    progress: (done: number, all: number) => `${done}/${all}`,
    whole: (title: string) => `${title}全程`,
    choose: "换一个环节",
    notYet: "未到时候",
    evidenceLabel: "凭证（可不填）",
    unknown: (n: number) => `未检查 ${n}`,
    empty: "这一环节没有清单",
    emptyWhy: "打开案件、笔录或者措施页，会列出这一环节要做的事。",
    nothingNext: "清单没有待办的事项",
  },
} as const;
