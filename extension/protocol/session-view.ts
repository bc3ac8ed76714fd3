// What our own pages show of the session.
import type { PageState } from "./messages.ts";

export interface SessionView {
  readonly server?: string;
  readonly managed: boolean;
  /** The unit that this PC belongs to, as policy says. */
  readonly unit?: string;
  /** The last officer was signed out after so many idle minutes. */
  readonly idledOut?: number;
  readonly member?: PageState["member"];
  readonly connection: PageState["connection"];
  /** The password was given by somebody else: until it is changed nothing else is answered. */
  readonly mustChange?: boolean;
  /** Public pack key offered by the server and not yet confirmed. */
  readonly offeredKey?: string;
  readonly pack: PageState["pack"];
}
