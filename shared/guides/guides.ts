// The guides of all stages; data for the pages that show them, no part of any pack.
import type { Stage } from "../rules/rule.ts";
import { DECISION } from "./decision.ts";
import { ENDING } from "./ending.ts";
import type { Guide } from "./guide.ts";
import { INQUIRY } from "./inquiry.ts";
import { OPENING } from "./opening.ts";
import { PERSONS } from "./persons.ts";

export const GUIDES: readonly Guide[] = [...OPENING, ...INQUIRY, ...PERSONS, ...DECISION, ...ENDING];

/** The guide of one stage; undefined for a stage that this version does not know. */
export const guideOf = (stage: Stage | string): Guide | undefined =>
  GUIDES.find((guide) => guide.stage === stage);
