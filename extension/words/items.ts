// The words about supervision items that the panel of the host page needs; the console says the same.
import type { Exemption, ItemState, Liability } from "../../shared/supervision/item.ts";

export const STATE: Readonly<Record<ItemState, string>> = {
  warned: "预警",
  found: "发现",
  checking: "核查",
  mending: "整改",
  liability: "追责/免责",
  closed: "办结",
};

export const KIND: Readonly<Record<Exemption | Liability, string>> = {
  unfounded: "不属实",
  exempt: "免责",
  none: "不予追究",
  educate: "批评教育",
  refer: "移送追责",
};

export const words = {
  title: "督办",
  due: (at: string) => `${at} 前`,
  over: "已超过办理期限",
  proven: "页面已改正，等待复核",
  unproven: "改好后重新打开本页，自动证明",
  byHand: "改好后回复，由复核人核实",
  reply: "回复",
  claim: "已整改",
  askTime: "申请延期",
  say: "写一句",
  days: "延期",
  dayChoice: (days: number) => `${days} 天`,
  send: "发送",
  sent: "已记入台账",
  others: "本案督办事项",
  yours: "责任人：本人",
  whose: (name: string) => `责任人：${name}`,
  asked: (at: string) => `申请延期到 ${at}，待批`,
  claimed: (at: string) => `责任人 ${at} 报告已整改，待复核`,
  proposed: (kind: string) => `提请${kind}，待他人批准`,
  approved: (kind: string) => `${kind}，已经他人批准`,
  cancel: "取消",
} as const;
