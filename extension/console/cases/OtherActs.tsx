// The other acts that a finding over all cases rests on: which case, what, where, who, from when until when.

import type { VNode } from "preact";
import type { Reply } from "../../../shared/api/contract.ts";
import type { ElementId } from "../../../shared/dictionary/field.ts";
import { elementLabel } from "../../../shared/dictionary/words.ts";
import { partsOfKey } from "../../../shared/facts/case-key.ts";
import type { PackedRule } from "../../../shared/rules/pack.ts";
import type { UnitFinding } from "../../../shared/supervision/entry.ts";
import { words } from "../../words/console-cases.ts";
import { hashOf } from "../route.ts";
import { valueText } from "./FactsCard.tsx";

const WORDS = words.against;

export type OtherAct = NonNullable<Reply<"caseView">["against"]>[number];

/** Fields of the act's times, as the rule holds them; the first pair of which anything was read. */
function timesOf({ facts, on }: OtherAct, rule: PackedRule | undefined, now: number): string {
  const text = (field: string | undefined): string | undefined => {
    const fact = facts.find((one) => one.field === field);
    return fact && valueText(fact, now);
  };
  const element = on.split("/")[0];
  const acts = [
    ...(rule?.clash?.acts ?? []),
    ...(rule?.clash?.within === undefined ? [] : [rule.clash.within]),
  ];
  for (const { in: list, from, until } of acts) {
    if (list !== element) continue;
    const [begin, end] = [text(from), text(until)];
    if (begin !== undefined || end !== undefined)
      return WORDS.span(begin ?? WORDS.unread, end ?? WORDS.unread);
  }
  return text(rule?.pair?.at) ?? "";
}

/** Where, then who; people are known here by name only where they are officers. */
function restOf({ facts, on }: OtherAct, rule: PackedRule | undefined): string {
  const value = (field: string): readonly string[] => {
    const found = facts.find((one) => one.field === field)?.value;
    return Array.isArray(found) ? found : found === undefined ? [] : [String(found)];
  };
  const element = on.split("/")[0];
  const officers = (rule?.clash?.acts ?? [])
    .filter(({ in: list }) => list === element)
    .flatMap(({ who }) => who)
    .filter((field) => facts.some((one) => one.field === field && Array.isArray(one.value)));
  const place = [...value("placeKind"), ...value("venue"), ...value("room")].join(" ");
  return [place, [...new Set(officers.flatMap(value))].join("、")]
    .filter((part) => part !== "")
    .join(WORDS.gap);
}

interface Props {
  readonly finding: UnitFinding;
  readonly rule: PackedRule | undefined;
  readonly acts: readonly OtherAct[];
  /** The case on whose page this stands. */
  readonly caseKey: string;
}

export function OtherActs({ finding, rule, acts, caseKey }: Props): VNode | null {
  const { against = [] } = finding;
  if (against.length === 0) return null;
  const now = Date.now();
  return (
    <ul class="other-acts" aria-label={rule?.clash === undefined ? WORDS.pair : WORDS.clash}>
      {against.map(({ caseKey: other, on }) => {
        const act = acts.find((one) => one.caseKey === other && one.on === on);
        const element = on.split("/")[0] as ElementId;
        const kind = act?.facts.find(({ field }) => field === "kind")?.value ?? elementLabel(element);
        const times = act === undefined ? "" : timesOf(act, rule, now);
        return (
          <li class="sub" key={`${other} ${on}`}>
            <span>{rule?.clash === undefined ? WORDS.pair : WORDS.clash}</span>
            {other === caseKey ? (
              <b>{WORDS.thisCase}</b>
            ) : (
              <a href={hashOf("cases", other)}>{act?.number ?? partsOfKey(other).number}</a>
            )}
            <span>{String(kind)}</span>
            {times === "" ? <span>{WORDS.noTimes}</span> : <b>{times}</b>}
            {act === undefined ? null : <span>{restOf(act, rule)}</span>}
          </li>
        );
      })}
    </ul>
  );
}
