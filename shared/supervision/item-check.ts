// Whether a move may be made: state, role, nobody in his own matter, proof before closing, and what it must bring.
import { accepted, type Result, refused } from "../facts/errors.ts";
import { type Actor, EXEMPTIONS, type Item, LIABILITIES, type Move, type MoveName } from "./item.ts";
import { MOST_EXTENSION, MOST_LIMIT, nextRing } from "./item-limits.ts";
import { MOVES, type Need, OFFERED } from "./item-moves.ts";

/** What is said with a move; kept outside the ledger's tree. */
export interface Words {
  readonly said?: string | undefined;
  readonly evidence?: string | undefined;
}

const blank = (text: string | undefined): boolean => text === undefined || text.trim() === "";

/** Whether a finding of a rule stands behind it, so that the page itself can show that it is mended. */
export const shownByPage = (item: Pick<Item, "rule">): boolean => item.rule !== undefined;

/** Mended by proof, or an exemption that a second person has approved: without one of them nothing is closed. */
export const settled = ({ proof, exemption }: Item): boolean =>
  proof !== undefined || (exemption?.approved !== undefined && exemption.approved.by !== exemption.by);

function fitting(item: Item, name: MoveName): Result<null> {
  const { from } = MOVES[name];
  if (from.includes(item.state)) return accepted(null);
  return refused(
    "conflict",
    item.state === "closed" ? "这件事项已经办结" : "这件事项不在能这样办的环节,请刷新",
  );
}

function byWhom(item: Item, name: MoveName, actor: Actor): Result<null> {
  const { roles, judges } = MOVES[name];
  if (actor === "object" || roles === "object") {
    return roles === actor ? accepted(null) : refused("not-allowed", "这一步由系统按页面和期限自动作出");
  }
  if (!actor.roles.some((role) => roles.includes(role))) {
    return refused("not-allowed", "当前角色不能办这一步");
  }
  if (judges && item.parties.includes(actor.id)) {
    return refused("not-allowed", "责任人和报告整改的人不能评判自己的事项,请由他人办理");
  }
  const officer = !actor.roles.includes("legal") && !actor.roles.includes("leader");
  const own = name === "claim" || name === "ask-time";
  if ((officer || own) && item.owner?.id !== actor.id) return refused("not-allowed", "只有责任人能办这一步");
  return accepted(null);
}

/** What must have happened before. */
function grounded(item: Item, name: MoveName, actor: Actor): Result<null> {
  const who = actor === "object" ? "object" : actor.id;
  switch (name) {
    case "give-time":
    case "refuse-time":
      if (item.asked === undefined) return refused("conflict", "没有待批的延期申请");
      return item.asked.by === who ? refused("not-allowed", "延期申请由他人批准") : accepted(null);
    case "approve":
    case "decline":
      if (item.exemption === undefined) return refused("conflict", "没有待批的免责或者不属实意见");
      return item.exemption.by === who
        ? refused("not-allowed", "免责和不属实由提请人以外的人批准")
        : accepted(null);
    case "propose":
      return item.exemption === undefined ? accepted(null) : refused("conflict", "已有一件意见待批");
    case "accept":
      return shownByPage(item) && item.proof === undefined
        ? refused("unproven", "页面还没有重新判定为符合,不能通过复核")
        : accepted(null);
    case "decide":
      return item.exemption?.approved === undefined
        ? accepted(null)
        : refused("conflict", "已经批准免责或者不属实,不再认定责任");
    case "close":
      if (!settled(item)) return refused("unproven", "没有整改的证明,也没有他人批准的免责,不能办结");
      return item.liability === undefined && item.exemption?.approved === undefined
        ? refused("unproven", "先认定责任,再办结")
        : accepted(null);
    case "prove":
      return shownByPage(item) && item.proof === undefined
        ? accepted(null)
        : refused("conflict", "没有可证明的结论");
    case "regress":
      return item.proof?.is === "page" && item.exemption?.approved === undefined
        ? accepted(null)
        : refused("conflict", "没有以页面为证的整改");
    default:
      return accepted(null);
  }
}

/** Who may make this move now, what it brings left aside. */
export function mayMove(item: Item, name: MoveName, actor: Actor): Result<null> {
  for (const step of [fitting(item, name), byWhom(item, name, actor), grounded(item, name, actor)])
    if (!step.ok) return step;
  return accepted(null);
}

/** What a move must bring here: to pass a matter that no page can show takes the reviewer's own evidence. */
export const needsOf = (item: Item, name: MoveName): readonly Need[] =>
  name === "accept" && !shownByPage(item) ? [...MOVES[name].needs, "evidence"] : MOVES[name].needs;

const brings: Readonly<Record<Need, (item: Item, move: Move, words: Words, now: number) => boolean>> = {
  said: (_, __, { said }) => !blank(said),
  evidence: (_, __, { evidence }) => !blank(evidence),
  owner: (item, { owner }) => owner !== undefined && owner.id !== item.owner?.id,
  until: (item, { until }, _, now) =>
    until !== undefined &&
    until > now &&
    until > item.limit &&
    until <= Math.max(item.limit, now) + MOST_EXTENSION,
  exemption: (_, { kind }) => EXEMPTIONS.some((one) => one === kind),
  liability: (_, { kind }) => LIABILITIES.some((one) => one === kind),
};

const LACKS: Readonly<Record<Need, readonly [message: string, at: string]>> = {
  said: ["请写明理由", "said"],
  evidence: ["请写明凭证:文书、录音录像或者其他材料", "evidence"],
  owner: ["请另选一名责任人", "owner"],
  until: ["延期须晚于现在的期限,一次不超过 30 天", "until"],
  exemption: ["请选择不属实或者免责", "kind"],
  liability: ["请选择责任认定", "kind"],
};

/**
 * Whether a move may be made now (ms). Refusals: `conflict` for the wrong state, `not-allowed` for the wrong person,
 * `unproven` for closing without proof, `bad-value` for what it lacks.
 */
export function checkMove(item: Item, move: Move, words: Words, actor: Actor, now: number): Result<null> {
  const may = mayMove(item, move.do, actor);
  if (!may.ok) return may;
  for (const need of needsOf(item, move.do))
    if (!brings[need](item, move, words, now)) return refused("bad-value", ...LACKS[need]);
  if (
    move.limit !== undefined &&
    (MOVES[move.do].limits !== true || move.limit <= now || move.limit > now + MOST_LIMIT)
  )
    return refused("bad-value", "期限须晚于现在,最长 90 天", "limit");
  if (move.do === "escalate" && (nextRing(item) ?? Number.POSITIVE_INFINITY) > now)
    return refused("conflict", "期限还没有到");
  return accepted(null);
}

/** A move that a screen offers; `why` says why it is not open yet although the role fits. */
export interface Offer {
  readonly do: MoveName;
  readonly needs: readonly Need[];
  readonly why?: string | undefined;
}

/** Stages in which the way on may be barred for want of proof, so that a screen says what it waits for. */
const BARRED: readonly Item["state"][] = ["mending", "liability"];

/** The next moves for a person, the way forward first; where it only waits for proof it is shown with its reason. */
export function offersFor(item: Item, actor: Exclude<Actor, "object">): readonly Offer[] {
  return OFFERED.flatMap((name): Offer[] => {
    const may = mayMove(item, name, actor);
    const needs = needsOf(item, name);
    if (may.ok) return [{ do: name, needs }];
    const waits = may.refusal.code === "unproven" && BARRED.includes(item.state);
    return waits ? [{ do: name, needs, why: may.refusal.message }] : [];
  });
}
