// The unit above this one, as the place of its last caller in the tree says.
import { setting } from "../sql.ts";

/** All units above, nearest first. */
export const unitsAbove = (sql: SqlStorage): readonly string[] =>
  JSON.parse(setting(sql, "above") ?? "[]") as string[];

/** The one directly above; undefined at the top of the tree. */
export const unitAbove = (sql: SqlStorage): string | undefined => unitsAbove(sql)[0];
