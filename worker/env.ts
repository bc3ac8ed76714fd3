// What the runtime binds to the worker: the two kinds of object and the deployment's settings.
import { named } from "./compared.ts";
import type { DirectoryCalls } from "./directory/calls.ts";
import type { UnitCalls } from "./unit/calls.ts";

export interface Env {
  readonly DIRECTORY: DurableObjectNamespace;
  readonly UNIT: DurableObjectNamespace;
  /** The second place, where the disk is the deployment's own: each object keeps its last checkpoint there. */
  readonly ANCHORS?: Fetcher;
  /** How many people must approve a publication, its author left out; "1" lets the author publish alone. */
  readonly APPROVALS?: string;
  /** log₂ of scrypt's N for new passwords, 10 to 17; 15 when left out. */
  readonly PASSWORD_COST?: string;
  /** The bureau's unified sign-on (OpenID Connect): its issuer; without it there are local accounts only. */
  readonly OIDC_ISSUER?: string;
  readonly OIDC_CLIENT?: string;
  /** Left out for a public client; PKCE is used in either case. */
  readonly OIDC_SECRET?: string;
  /** Name on the button; 统一登录 when left out. */
  readonly OIDC_LABEL?: string;
  /** Claim of the identity token that holds the account; `preferred_username` when left out. */
  readonly OIDC_CLAIM?: string;
  /** Address by which browsers reach the worker, when a proxy stands before it. */
  readonly PUBLIC_URL?: string;
  /** `separate`: system, security and audit are held by three people (三员分立). */
  readonly DUTIES?: string;
  /** Address of the SMS gateway's webhook; without it reminders stay in the list. */
  readonly SMS_URL?: string;
  /** Shared secret for the webhook's `x-signature`. */
  readonly SMS_SECRET?: string;
  /** How many months what lies outside the ledger's tree is kept: 36 when left out, never less than 6. */
  readonly RETENTION_MONTHS?: string;
  /** How many seconds after a change the numbers of a unit go up: 60 when left out, 1 to 3600. */
  readonly ROLLUP_SECONDS?: string;
  /** What ledgers are hashed and signed with: `sha256-ed25519` (when left out) or `sm3-sm2`; settled when a ledger begins. */
  readonly LEDGER_SUITE?: string;
}

/** The one directory of a deployment. */
export function directoryOf(env: Env): DirectoryCalls {
  const calls = env.DIRECTORY.get(env.DIRECTORY.idFromName("directory")) as unknown as DirectoryCalls;
  return env.ANCHORS === undefined ? calls : named(calls, "组织机构目录");
}

/** The object of one unit. */
export function unitOf(env: Env, unit: string): UnitCalls {
  const calls = env.UNIT.get(env.UNIT.idFromName(unit)) as unknown as UnitCalls;
  return env.ANCHORS === undefined ? calls : named(calls, `单位 ${unit} `);
}
