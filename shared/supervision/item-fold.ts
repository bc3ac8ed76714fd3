// The present state of an item from its opening and its moves, each already allowed when it was made.
import type { Done, Exemption, Item, ItemOpening, Liability, Moved } from "./item.ts";
import { STATE_LIMIT } from "./item-limits.ts";
import { MOVES } from "./item-moves.ts";

/** The item as it begins: a rule warns its owner first, all others have been found by somebody. */
export function openItem(opening: ItemOpening): Item {
  const warned = opening.origin === "rule";
  return {
    ...opening,
    state: warned ? "warned" : "found",
    parties: opening.owner === undefined ? [] : [opening.owner.id],
    tier: 0,
    ...(warned ? {} : { foundAt: opening.at }),
    selfCorrected: false,
    reopened: 0,
    moves: 0,
  };
}

const withParty = (item: Item, id: string): readonly string[] =>
  item.parties.includes(id) ? item.parties : [...item.parties, id];

/** A new state with its own limit; nobody has been told of it yet. */
const entered = (item: Item, state: Exclude<Item["state"], "closed">, move: Moved): Item => ({
  ...item,
  state,
  limit: move.limit ?? move.at + STATE_LIMIT[state],
  tier: 0,
  asked: undefined,
});

/** The page shows that it is mended: within the officer's own time that closes it with credit. */
function proven(item: Item, { by, at, mendedAt = at }: Moved): Item {
  const proof = { by, at, is: "page" } as const;
  const own = item.state === "warned" && mendedAt <= item.limit && at <= item.limit;
  return own
    ? { ...item, proof, state: "closed", closed: { by, at }, selfCorrected: true }
    : { ...item, proof };
}

/** The page no longer shows it: what rested on the proof is undone; a second time is nobody's credit. */
function regressed(item: Item, move: Moved): Item {
  const open: Item = { ...item, proof: undefined, claim: undefined };
  if (item.state !== "liability" && item.state !== "closed") return open;
  const again = entered(open, item.selfCorrected ? "found" : "mending", move);
  return {
    ...again,
    foundAt: item.foundAt ?? move.at,
    liability: undefined,
    closed: undefined,
    selfCorrected: false,
    reopened: item.reopened + 1,
  };
}

function escalated(item: Item, { at }: Moved): Item {
  const tier = Math.min(item.tier + 1, 3) as Item["tier"];
  return item.state === "warned" ? { ...item, state: "found", foundAt: at, tier } : { ...item, tier };
}

function made(item: Item, move: Moved): Item {
  const done: Done = { by: move.by, at: move.at };
  switch (move.do) {
    case "confirm":
      return { ...entered(item, "found", move), foundAt: move.at };
    case "check":
      return entered(item, "checking", move);
    case "uphold":
      return { ...entered(item, "mending", move), claim: undefined };
    case "return":
      return { ...entered(item, "mending", move), claim: undefined, liability: undefined };
    case "accept":
      return {
        ...entered(item, "liability", move),
        foundAt: item.foundAt ?? move.at,
        proof: item.proof ?? { ...done, is: "review" },
      };
    case "assign":
      return move.owner === undefined
        ? item
        : { ...item, owner: move.owner, parties: withParty(item, move.owner.id) };
    case "claim":
      return { ...item, claim: done, parties: withParty(item, move.by) };
    case "ask-time":
      return move.until === undefined ? item : { ...item, asked: { ...done, until: move.until } };
    case "give-time":
      return item.asked === undefined
        ? item
        : { ...item, limit: item.asked.until, tier: 0, asked: undefined };
    case "refuse-time":
      return { ...item, asked: undefined };
    case "propose":
      return { ...item, exemption: { ...done, kind: move.kind as Exemption } };
    case "approve":
      return item.exemption === undefined
        ? item
        : { ...entered(item, "liability", move), exemption: { ...item.exemption, approved: done } };
    case "decline":
      return { ...item, exemption: undefined };
    case "decide":
      return { ...item, liability: { ...done, kind: move.kind as Liability } };
    case "close":
      return { ...item, state: "closed", closed: done, asked: undefined };
    case "prove":
      return proven(item, move);
    case "regress":
      return regressed(item, move);
    case "escalate":
      return escalated(item, move);
    default:
      return item;
  }
}

/** The item after a move that was allowed; a move that does not fit its state changes nothing but the count. */
export function foldMove(item: Item, move: Moved): Item {
  const fits = MOVES[move.do].from.includes(item.state);
  return { ...(fits ? made(item, move) : item), moves: item.moves + 1 };
}

export const foldItem = (opening: ItemOpening, moves: readonly Moved[]): Item =>
  moves.reduce(foldMove, openItem(opening));
