// What comes first on the check sheet: each breach with its law, since when, how to mend it and room to write; then what runs out, and when.
import type { VNode } from "preact";
import { pathLabel } from "../../../shared/dictionary/words.ts";
import type { UnitFinding } from "../../../shared/supervision/entry.ts";
import { fullInstantText, spanText } from "../../../shared/time/format.ts";
import { words as caseWords } from "../../words/console-cases.ts";
import { words } from "../../words/console-desk.ts";
import { type PackWords, usePack } from "../pack.ts";
import { State } from "../parts/State.tsx";

const WORDS = words.sheet;

interface Props {
  readonly findings: readonly UnitFinding[];
  readonly now: number;
}

function What({ of, rule }: { of: UnitFinding; rule: ReturnType<PackWords["rules"]["get"]> }): VNode {
  const basis = rule?.basis[0];
  const title = (of.verdict === "due" ? rule?.titleDue : undefined) ?? rule?.title ?? of.rule;
  return (
    <td>
      <State colour={of.colour}>{title}</State>
      <p>
        {pathLabel(of.on)}
        {basis === undefined ? "" : `，${caseWords.findings.law(basis.statute, basis.article)}`}
      </p>
    </td>
  );
}

const No = ({ at }: { at: number }): VNode => <td class="no">{at + 1}</td>;

export function Breaches({ findings, now }: Props): VNode {
  const { rules } = usePack();
  const { breach: columns } = WORDS;
  return (
    <div class="sheet-scroll">
      <table class="sheet-table">
        <thead>
          <tr>
            <th class="no">{WORDS.no}</th>
            <th>{columns.what}</th>
            <th class="when">{columns.since}</th>
            <th>{columns.mend}</th>
            <th class="done">{columns.done}</th>
          </tr>
        </thead>
        <tbody>
          {findings.map((one, i) => (
            <tr key={`${one.rule}@${one.on}`}>
              <No at={i} />
              <What of={one} rule={rules.get(one.rule)} />
              <td class="when">
                {one.since === undefined ? null : (
                  <p>{caseWords.findings.since(fullInstantText(one.since))}</p>
                )}
                {one.due === undefined || one.due > now ? null : (
                  <p>{caseWords.findings.over(spanText(now - one.due))}</p>
                )}
              </td>
              <td>{rules.get(one.rule)?.fix}</td>
              <td class="done" />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Running({ findings, now }: Props): VNode {
  const { rules } = usePack();
  const { running: columns } = WORDS;
  return (
    <div class="sheet-scroll">
      <table class="sheet-table">
        <thead>
          <tr>
            <th class="no">{WORDS.no}</th>
            <th>{columns.what}</th>
            <th class="when">{columns.due}</th>
            <th class="when">{columns.left}</th>
          </tr>
        </thead>
        <tbody>
          {findings.map((one, i) => (
            <tr key={`${one.rule}@${one.on}`}>
              <No at={i} />
              <What of={one} rule={rules.get(one.rule)} />
              <td class="when">{one.due === undefined ? "" : fullInstantText(one.due)}</td>
              <td class="when">
                <strong>{one.due === undefined ? "" : spanText(one.due - now)}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
