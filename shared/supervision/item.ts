// An item: one supervision matter on its way 预警 → 发现 → 核查 → 整改 → 追责/免责 → 办结, as the fold of its moves.
import type { Role } from "../api/route.ts";

export const ITEM_STATES = ["warned", "found", "checking", "mending", "liability", "closed"] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** Where it came from: a rule's finding, a note, the daily patrol of incidents, or a list that was imported. */
export const ITEM_ORIGINS = ["rule", "note", "patrol", "import"] as const;
export type ItemOrigin = (typeof ITEM_ORIGINS)[number];

/** 不属实, 免责. */
export const EXEMPTIONS = ["unfounded", "exempt"] as const;
/** 不予追究, 批评教育, 移送追责. */
export const LIABILITIES = ["none", "educate", "refer"] as const;
export type Exemption = (typeof EXEMPTIONS)[number];
export type Liability = (typeof LIABILITIES)[number];

export interface ItemPerson {
  readonly id: string;
  readonly name: string;
}

/** Whoever makes a move: a member with roles, or the unit's object by itself. */
export type Actor = { readonly id: string; readonly roles: readonly Role[] } | "object";

/** Who did something and when (ms). */
export interface Done {
  readonly by: string;
  readonly at: number;
}

export const MOVE_NAMES = [
  "confirm",
  "assign",
  "check",
  "uphold",
  "reply",
  "claim",
  "ask-time",
  "give-time",
  "refuse-time",
  "return",
  "accept",
  "propose",
  "approve",
  "decline",
  "decide",
  "close",
  "prove",
  "regress",
  "escalate",
] as const;
export type MoveName = (typeof MOVE_NAMES)[number];

/** A move as it stands in the ledger's tree; what was said and the evidence lie outside it. */
export interface Move {
  readonly do: MoveName;
  /** New limit (ms). */
  readonly limit?: number | undefined;
  readonly owner?: ItemPerson | undefined;
  /** Until when more time is asked for (ms). */
  readonly until?: number | undefined;
  readonly kind?: Exemption | Liability | undefined;
  /** When the facts were mended, by the page (ms). */
  readonly mendedAt?: number | undefined;
}

export interface Moved extends Move, Done {}

/** How an item begins. */
export interface ItemOpening extends Done {
  readonly id: string;
  readonly origin: ItemOrigin;
  /** "" when it belongs to no case. */
  readonly caseKey: string;
  readonly rule?: string | undefined;
  readonly on?: string | undefined;
  readonly note?: string | undefined;
  /** Number of the incident or of the imported line. */
  readonly ref?: string | undefined;
  readonly owner?: ItemPerson | undefined;
  /** Until when the first state should be left (ms). */
  readonly limit: number;
}

export interface Item extends ItemOpening {
  readonly state: ItemState;
  /** Everybody to whom it ever belonged, and everybody who ever said that it is mended: none of them judges it. */
  readonly parties: readonly string[];
  /** How far up it has been told that the limit passed: 1 legal officer, 2 leader, 3 the unit above. */
  readonly tier: 0 | 1 | 2 | 3;
  /** When somebody other than its owner found it (ms); absent while only a rule has warned. */
  readonly foundAt?: number | undefined;
  readonly claim?: Done | undefined;
  /** That the facts are mended: by the page itself, or by a reviewer's evidence where no rule can say so. */
  readonly proof?: (Done & { readonly is: "page" | "review" }) | undefined;
  readonly asked?: (Done & { readonly until: number }) | undefined;
  readonly exemption?:
    | (Done & { readonly kind: Exemption; readonly approved?: Done | undefined })
    | undefined;
  readonly liability?: (Done & { readonly kind: Liability }) | undefined;
  readonly closed?: Done | undefined;
  /** Mended before the limit and before anybody else found it (自纠). */
  readonly selfCorrected: boolean;
  readonly reopened: number;
  /** How many moves were made. */
  readonly moves: number;
}
