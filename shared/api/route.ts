// What one route of the contract is: method, path, who may call it, what goes in and what comes out.
import type * as v from "valibot";

export type Role = "officer" | "legal" | "leader" | "admin" | "security" | "auditor";
export const ROLES: readonly Role[] = ["officer", "legal", "leader", "admin", "security", "auditor"];

/** The three duties that a deployment may demand to be held by three people: system, security, audit. */
export const DUTIES: readonly Role[] = ["admin", "security", "auditor"];

export type Schema = v.GenericSchema;

export interface Route {
  readonly method: "GET" | "POST";
  /** Hono path: `/v1/cases/:key/ledger`; `:key` is percent-encoded. */
  readonly path: string;
  /** `anyone` = without signing in. */
  readonly roles: readonly Role[] | "anyone";
  readonly query?: Schema;
  readonly body?: Schema;
  readonly reply: Schema;
  /** May be called with an initial password that has not been changed yet. */
  readonly early?: true;
  /** Called by another system: the raw body is signed, and is read only after its signature has been found good. */
  readonly signed?: true;
  /** One session sends these one after the other; several at once are turned away unread. */
  readonly oneByOne?: true;
  /** One sentence for the API page. */
  readonly say: string;
}

export const route = <const R extends Route>(r: R): R => r;
