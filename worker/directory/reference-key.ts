// The deployment's key by which a person travels as a reference; made at its first use.
import { chance } from "../chance.ts";
import { settingOr } from "../sql.ts";

/** 32 bytes as hex; the same for as long as the deployment lasts, else nobody would be matched any more. */
export const referenceKeyOf = (sql: SqlStorage): string => settingOr(sql, "reference-key", () => chance(32));
