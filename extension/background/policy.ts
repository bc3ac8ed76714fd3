// What the enterprise policy says (managed storage), kept at hand: the browser tells it only seconds after its start.
import { matchesPattern } from "../../shared/crx/match-pattern.ts";
import { keepLocal, local, managed } from "./kept.ts";

/** Without a policy an officer who is away this long is signed out, minutes. */
export const IDLE_MINUTES = 30;
const IDLE_RANGE = [5, 480] as const;

/** What of a policy is used before the browser has told it anew. */
export interface KeptPolicy {
  readonly hosts?: readonly string[];
  readonly unit?: string;
  readonly idleMinutes?: number;
}

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;

/** The part of a policy that is kept; whatever has another form than the schema says is left out. */
export function policyOf(told: Readonly<Record<string, unknown>>): KeptPolicy {
  const hosts = Array.isArray(told["hosts"]) ? told["hosts"].flatMap((one) => textOf(one) ?? []) : [];
  const unit = textOf(told["unit"]);
  const idle = told["idleMinutes"];
  return {
    ...(hosts.length === 0 ? {} : { hosts }),
    ...(unit === undefined ? {} : { unit }),
    ...(typeof idle === "number" && Number.isFinite(idle) ? { idleMinutes: idle } : {}),
  };
}

/** Asks the browser for the policy and keeps it; true when it is another than the one that was kept. */
export async function renewPolicy(): Promise<boolean> {
  const told = policyOf((await managed()) as Readonly<Record<string, unknown>>);
  const before = (await local("policy")) ?? {};
  if (JSON.stringify(told) === JSON.stringify(before)) return false;
  await keepLocal("policy", Object.keys(told).length === 0 ? undefined : told);
  return true;
}

/** Whether a page at this address is read: every one that the manifest names, unless the policy names fewer. */
export async function isRead(url: string): Promise<boolean> {
  const { hosts } = (await local("policy")) ?? {};
  return hosts === undefined || hosts.some((pattern) => matchesPattern(pattern, url));
}

/** After how many minutes without key or mouse the officer is signed out; 0 for never. */
export async function idleMinutes(): Promise<number> {
  const said = (await local("policy"))?.idleMinutes ?? IDLE_MINUTES;
  return said <= 0 ? 0 : Math.min(Math.max(said, IDLE_RANGE[0]), IDLE_RANGE[1]);
}
