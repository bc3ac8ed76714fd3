// What several routes share: groups of roles, and bounds on texts.
import * as v from "valibot";
import { ROLES, type Role } from "../route.ts";

/** Whoever has an account, those who keep the accounts and see no case included. */
export const anyRole: readonly Role[] = ROLES;
/** Those who may see cases. */
export const everyone: readonly Role[] = ["officer", "legal", "leader", "admin", "auditor"];
export const writers: readonly Role[] = ["officer", "legal", "leader", "admin"];

export const short = v.pipe(v.string(), v.minLength(1), v.maxLength(120));
export const said = v.pipe(v.string(), v.minLength(1), v.maxLength(2000));
/** Who keeps the accounts; where the duties are separate only `security`. */
export const keepers: readonly Role[] = ["admin", "security"];

export const password = v.pipe(v.string(), v.minLength(10), v.maxLength(200));

/** What a person recognises the device by: 办公电脑 Chromium 109. */
export const deviceLabel = v.optional(v.pipe(v.string(), v.maxLength(120)));
