// The table of moves: from which states, by whom, where to, and what each must bring.
import type { Role } from "../api/route.ts";
import type { ItemState, MoveName } from "./item.ts";

/** What a move must bring: a reason, evidence, a new owner, an instant, a kind. */
export type Need = "said" | "evidence" | "owner" | "until" | "exemption" | "liability";

export interface MoveRule {
  readonly from: readonly ItemState[];
  /** Left out: the state stays. */
  readonly to?: ItemState;
  readonly roles: readonly Role[] | "object";
  /** A judgement on the matter: closed to everybody whose own matter it is or was, or who reported it mended. */
  readonly judges: boolean;
  readonly needs: readonly Need[];
  /** May set a new limit. */
  readonly limits?: true;
}

const JUDGES: readonly Role[] = ["legal", "leader"];
const HANDS: readonly Role[] = ["officer", "legal", "leader"];
const OPEN: readonly ItemState[] = ["warned", "found", "checking", "mending", "liability"];
const BEFORE: readonly ItemState[] = ["warned", "found", "checking", "mending"];

const judged = (from: readonly ItemState[], more: Partial<MoveRule> = {}): MoveRule => ({
  from,
  roles: JUDGES,
  judges: true,
  needs: ["said"],
  ...more,
});

export const MOVES: Readonly<Record<MoveName, MoveRule>> = {
  // 确认问题
  confirm: judged(["warned"], { to: "found", limits: true }),
  // 转派
  assign: judged(OPEN, { needs: ["said", "owner"] }),
  // 开始核查
  check: judged(["found"], { to: "checking", limits: true }),
  // 核查属实,转整改
  uphold: judged(["checking"], { to: "mending", needs: ["said", "evidence"], limits: true }),
  // 回复
  reply: { from: OPEN, roles: HANDS, judges: false, needs: ["said"] },
  // 报告已整改
  claim: { from: BEFORE, roles: HANDS, judges: false, needs: ["said"] },
  // 申请延期
  "ask-time": { from: ["checking", "mending"], roles: HANDS, judges: false, needs: ["said", "until"] },
  "give-time": judged(["checking", "mending"]),
  "refuse-time": judged(["checking", "mending"]),
  // 退回整改
  return: judged(["mending", "liability"], { to: "mending", limits: true }),
  // 复核通过
  accept: judged(BEFORE, { to: "liability", limits: true }),
  // 提请免责或者不属实
  propose: { from: BEFORE, roles: HANDS, judges: false, needs: ["said", "exemption"] },
  approve: judged(BEFORE, { to: "liability", limits: true }),
  decline: judged(BEFORE),
  // 责任认定
  decide: judged(["liability"], { needs: ["said", "liability"] }),
  // 办结
  close: judged(["liability"], { to: "closed" }),
  // The object's own: the page is mended, is so no longer, the limit has passed.
  prove: { from: BEFORE, roles: "object", judges: false, needs: [] },
  regress: { from: [...OPEN, "closed"], roles: "object", judges: false, needs: [] },
  escalate: { from: OPEN, roles: "object", judges: false, needs: [] },
};

/** The moves that people make, in the order in which a screen offers them. */
export const OFFERED: readonly MoveName[] = [
  "accept",
  "close",
  "approve",
  "give-time",
  "uphold",
  "check",
  "confirm",
  "decide",
  "claim",
  "return",
  "refuse-time",
  "decline",
  "reply",
  "ask-time",
  "propose",
  "assign",
];
