// What a unit's object tells of itself by name, so that its switchboard does not grow with every question.
import type { Reply } from "../../shared/api/contract.ts";
import type { Reminding } from "../../shared/supervision/reminding.ts";
import { allCovers } from "./covers.ts";
import { type Health, healthOf } from "./health.ts";
import { remindingOf } from "./reminding.ts";

export interface States {
  readonly reminding: Reminding;
  readonly covers: Reply<"covers">["covers"];
  readonly health: Health;
}

interface Asked {
  readonly sql: SqlStorage;
  readonly unit: string;
  readonly now: number;
  readonly harm: string | undefined;
}

export const STATES: { readonly [K in keyof States]: (asked: Asked) => States[K] } = {
  reminding: ({ sql }) => remindingOf(sql),
  covers: ({ sql, now }) => allCovers(sql, now),
  health: ({ sql, unit, now, harm }) => healthOf(sql, unit, now, harm),
};
