// What several routes share: groups of roles, and bounds on texts.
import * as v from "valibot";
import type { Role } from "../route.ts";

export const everyone: readonly Role[] = ["officer", "legal", "leader", "admin", "auditor"];
export const writers: readonly Role[] = ["officer", "legal", "leader", "admin"];

export const short = v.pipe(v.string(), v.minLength(1), v.maxLength(120));
export const said = v.pipe(v.string(), v.minLength(1), v.maxLength(2000));
export const password = v.pipe(v.string(), v.minLength(10), v.maxLength(200));
