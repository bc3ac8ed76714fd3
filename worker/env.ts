// What the runtime binds to the worker: the two kinds of object and the deployment's settings.
import type { DirectoryCalls } from "./directory/calls.ts";
import type { UnitCalls } from "./unit/calls.ts";

export interface Env {
  readonly DIRECTORY: DurableObjectNamespace;
  readonly UNIT: DurableObjectNamespace;
  /** How many people must approve a publication, its author left out; "1" lets the author publish alone. */
  readonly APPROVALS?: string;
  /** log₂ of scrypt's N for new passwords, 10 to 17; 15 when left out. */
  readonly PASSWORD_COST?: string;
  /** Address of the SMS gateway's webhook; without it reminders stay in the list. */
  readonly SMS_URL?: string;
  /** Shared secret for the webhook's `x-signature`. */
  readonly SMS_SECRET?: string;
}

/** The one directory of a deployment. */
export const directoryOf = (env: Env): DirectoryCalls =>
  env.DIRECTORY.get(env.DIRECTORY.idFromName("directory")) as unknown as DirectoryCalls;

/** The object of one unit. */
export const unitOf = (env: Env, unit: string): UnitCalls =>
  env.UNIT.get(env.UNIT.idFromName(unit)) as unknown as UnitCalls;
