// The sources of the pack in force – rules with their examples, checklists – read and checked for their shape.
import * as v from "valibot";
import type { Reply } from "../../../shared/api/contract.ts";
import type { Checklist } from "../../../shared/rules/pack.ts";
import type { Rule } from "../../../shared/rules/rule.ts";
import { readRule } from "../../../shared/rules/rule-shape.ts";
import type { Tree } from "../../../shared/rules/tree.ts";
import type { Answer } from "../../protocol/messages.ts";
import { call } from "../call.ts";

const text = v.string();

/** A checklist as it is written; what a person has typed may still be empty. */
export const ChecklistShape = v.strictObject({
  id: text,
  title: text,
  stage: v.exactOptional(text),
  pages: v.array(text),
  kinds: v.exactOptional(v.array(text)),
  when: v.exactOptional(v.custom<string | Tree>((when) => typeof when === "string" || Array.isArray(when))),
  items: v.array(
    v.strictObject({
      id: text,
      say: text,
      how: v.exactOptional(text),
      rule: v.exactOptional(text),
      attest: v.exactOptional(v.boolean()),
    }),
  ),
});

/** What the unit's layer changes, with those rules as the units above left them. */
export interface Layered extends Omit<NonNullable<Reply<"packSources">["layer"]>, "above"> {
  readonly above: readonly Rule[];
}

export interface Sources {
  readonly revision: number;
  readonly label: string;
  readonly rules: readonly Rule[];
  readonly checklists: readonly Checklist[];
  /** The unit's own part in them; undefined where the service knows no layers. */
  readonly layer: Layered | undefined;
  /** Ids of rules that this version of the console cannot read. */
  readonly damaged: readonly string[];
}

const idOf = (thing: unknown): string =>
  typeof thing === "object" && thing !== null && "id" in thing ? String(thing.id) : "?";

/** The sources now in force. */
export async function loadSources(): Promise<Answer<Sources>> {
  const answer = await call("packSources");
  if (!answer.ok) return answer;
  const { revision, label, rules, checklists, layer: told } = answer.value;
  const damaged: string[] = [];
  const good: Rule[] = [];
  for (const one of rules) {
    const read = readRule(one);
    if (read.ok) good.push(read.value);
    else damaged.push(idOf(one));
  }
  const lists: Checklist[] = [];
  for (const one of checklists) {
    const read = v.safeParse(ChecklistShape, one);
    if (read.success) lists.push(read.output);
    else damaged.push(idOf(one));
  }
  const above = (told?.above ?? []).flatMap((one) => {
    const read = readRule(one);
    return read.ok ? [read.value] : [];
  });
  const layer = told === undefined ? undefined : { ...told, above };
  return { ok: true, value: { revision, label, rules: good, checklists: lists, layer, damaged } };
}

/** Whether the member's unit replaces rules and checklists whole; every other unit changes them by its layer. */
export const issues = ({ layer }: Sources): boolean => layer?.issues !== false;

/** The template behind a rule that waits, or has waited, for local values. */
export const templateOf = ({ layer }: Sources, source: Rule | undefined): Rule | undefined =>
  source?.needs === undefined
    ? layer?.above.find(({ id, needs }) => id === source?.id && needs !== undefined)
    : source;
