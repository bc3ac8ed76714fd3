// Every word of the notifications that reminders of the unit make.

export const WORDS = {
  title: (state: string, title: string) => `${state} · ${title}`,
  text: (caseNumber: string, due: string) => `${caseNumber} 期限 ${due}`,
  state: { blue: "关注", yellow: "临近", orange: "紧急", red: "违反" },
  climbed: "无人签收，已上报",
  more: (n: number) => `有 ${n} 条新提醒`,
  moreSay: "点击查看列表",
} as const;
