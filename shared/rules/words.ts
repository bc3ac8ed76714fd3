// The Chinese words in which the judge speaks on a why-card.

export const WORDS = {
  blank: "空白",
  unread: "未读",
  now: "现在",
  left: "剩余",
  over: "超过",
  early: "提前",
  late: "超过",
  stops: "不计入期限的时间",
  extended: (approver: string): string => `经${approver}批准延长`,
  notedOnly: "是否扣除条文没有写明，从严不扣",
  stopped: "暂停计算",
  stoppedNote: "停止计算的情形还没有结束",
  sinceThen: "该期限自此施行，从这一日起算",
  listNotRead: (label: string): string => `没有读到“${label}”，未检查`,
  listInPart: (label: string): string => `“${label}”没有读全，未检查`,
  notRead: (labels: readonly string[]): string => `没有读到${quoted(labels)}，未检查`,
  isBlank: (labels: readonly string[]): string => `${quoted(labels)}是空白，未检查`,
  conflict: (labels: readonly string[]): string => `${quoted(labels)}读到的值不一致，未检查`,
  person: (labels: readonly string[]): string => `${quoted(labels)}对不上案中唯一的一个人，未检查`,
  edition: (statute: string): string => `没有收录行为当日有效的《${statute}》，未检查`,
  future: (from: string) => `“${from}”在将来，未检查`,
  order: (until: string, from: string): string => `“${until}”早于“${from}”，请核对`,
  contrary: (labels: readonly string[]): string => `${quoted(labels)}与其他时间矛盾，请核对`,
  date: (labels: readonly string[]): string => `${quoted(labels)}的年份不可信，请核对`,
  dayOnly: (label: string): string => `“${label}”只读到日期，要有钟点才能判定`,
  reading: "从严、从宽两种算法结果不同，请法制部门核定",
  value: "读到的值不合字段的类型，请核对",
  law: "行为跨新旧法施行之日，两版结论不同，请法制部门核定",
  lawOpen: "行为跨新旧法施行之日，适用哪一版条文没有写明，两版结论一并列出",
  attest: "要由办案人勾选并写明依据",
  ticked: "已由办案人勾选",
  noneOf: (label: string, count: number): string =>
    count === 0 ? `没有${label}记录` : `${label}记录 ${count} 条，没有符合的一条`,
} as const;

function quoted(labels: readonly string[]): string {
  const shown = labels.slice(0, 2).map((label) => `“${label}”`);
  return labels.length > 2 ? `${shown.join("、")}等 ${labels.length} 项` : shown.join("、");
}
