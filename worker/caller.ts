// Who is calling: the member behind a token, as the directory vouches for it.
import type { Member } from "../shared/api/shapes.ts";

export interface Caller {
  readonly member: Member;
  readonly device: string;
  readonly session: string;
  /** The password was given by somebody else and has to be changed first. */
  readonly mustChange?: boolean;
  /** The member's unit has been closed: it takes no new entries. */
  readonly closed?: boolean;
  /** Other units in which the member's devices have counted entries. */
  readonly former?: readonly string[];
  /** The units above the member's own, nearest first. */
  readonly above: readonly string[];
  /** The pack that holds in the member's unit. */
  readonly pack: { readonly revision: number; readonly hash: string };
  /** Its signature: of two deployments' packs of one text each has its own. */
  readonly packSignature: string;
}

/** Those whose look at a case is itself recorded. */
const WATCHERS: readonly string[] = ["legal", "leader", "admin", "auditor"];

export const isWatcher = (member: Member): boolean => member.roles.some((role) => WATCHERS.includes(role));
