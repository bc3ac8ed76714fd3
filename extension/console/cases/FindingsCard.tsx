// The findings that the unit holds of a case, gravest first; those met or moot are folded.

import type { VNode } from "preact";
import type { Reply } from "../../../shared/api/contract.ts";
import { pathLabel } from "../../../shared/dictionary/words.ts";
import { partsOfKey } from "../../../shared/facts/case-key.ts";
import { LEVEL_WORDS, type Level } from "../../../shared/rules/layers/layer.ts";
import type { UnitFinding } from "../../../shared/supervision/entry.ts";
import { spanText } from "../../../shared/time/format.ts";
import { words } from "../../words/console-cases.ts";
import { VERDICT } from "../../words/panel.ts";
import { usePack } from "../pack.ts";
import { Empty } from "../parts/Empty.tsx";
import { State } from "../parts/State.tsx";
import { whenText } from "../when.ts";
import { type OtherAct, OtherActs } from "./OtherActs.tsx";
import { byGravity } from "./order.ts";

const WORDS = words.findings;

/** Red and grey are called by their verdict; a running clock by its colour. */
const stateWord = ({ verdict, colour }: UnitFinding): string | undefined =>
  verdict === "due" && colour !== "green" ? undefined : VERDICT[verdict];

export type LocalRule = NonNullable<Reply<"caseView">["rules"]>[number];

interface Props {
  readonly caseKey: string;
  readonly findings: readonly UnitFinding[];
  /** Acts of other cases that findings rest on. */
  readonly acts: readonly OtherAct[];
  /** Rules as they hold in the case's unit, where its layer made them other than here. */
  readonly local: readonly LocalRule[];
}

/** A field that was not read, of this case or, with the number in front, of another. */
function missingText(path: string): string {
  const gap = path.lastIndexOf(" ");
  const label = `“${pathLabel(path.slice(gap + 1))}”`;
  const other = path.slice(0, Math.max(gap, 0));
  return other === "" ? label : `${partsOfKey(other).number} ${label}`;
}

export function FindingsCard({ findings, ...place }: Props): VNode {
  if (findings.length === 0) return <Empty title={WORDS.none}>{WORDS.noneWhy}</Empty>;
  const quiet = (one: UnitFinding): boolean => one.verdict === "met" || one.verdict === "moot";
  const loud = findings.filter((one) => !quiet(one)).sort(byGravity);
  const rest = findings.filter(quiet);
  return (
    <>
      {loud.length === 0 ? null : <Rows findings={loud} {...place} />}
      {rest.length === 0 ? null : (
        <details class="rest" open={loud.length === 0}>
          <summary>{WORDS.rest(rest.length)}</summary>
          <Rows findings={rest} {...place} />
        </details>
      )}
    </>
  );
}

function Rows({ findings, acts, local, caseKey }: Props): VNode {
  const { rules } = usePack();
  const now = Date.now();
  const { columns } = WORDS;
  return (
    <table class="table findings">
      <thead>
        <tr>
          <th>{columns.state}</th>
          <th>{columns.what}</th>
          <th>{columns.on}</th>
          <th>{columns.basis}</th>
          <th class="num">{columns.due}</th>
        </tr>
      </thead>
      <tbody>
        {findings.map((one) => {
          const rule = rules.get(one.rule);
          const there = local.find(({ id }) => id === one.rule);
          const basis = there ?? rule?.basis[0];
          const named = there ?? rule;
          const title = one.verdict === "due" ? (named?.titleDue ?? named?.title) : named?.title;
          return (
            <tr key={`${one.rule}@${one.on}`}>
              <td>
                <State colour={one.verdict === "moot" ? "moot" : one.colour}>{stateWord(one)}</State>
              </td>
              <td>
                <strong>{title ?? one.rule}</strong>
                {there === undefined ? null : <p class="sub">{levelText(there)}</p>}
                {one.missing.length === 0 ? null : (
                  <p class="sub">{WORDS.missing(one.missing.map(missingText).join("、"))}</p>
                )}
                <OtherActs finding={one} rule={rule} acts={acts} caseKey={caseKey} />
              </td>
              <td>{pathLabel(one.on)}</td>
              <td>{basis?.statute === undefined ? "—" : WORDS.law(basis.statute, basis.article ?? "")}</td>
              <td class={`num left ${one.colour}`}>{dueText(one, now)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** `县级 云岭县公安局`. */
const levelText = ({ level, layer }: LocalRule): string =>
  `${Object.hasOwn(LEVEL_WORDS, level) ? LEVEL_WORDS[level as Level] : ""} ${layer}`.trim();

function dueText(one: UnitFinding, now: number): string {
  if (one.mended !== undefined) return WORDS.mended(whenText(one.mended, now));
  if (one.verdict === "breached" && one.due !== undefined) return WORDS.over(spanText(now - one.due));
  if (one.since !== undefined) return WORDS.since(whenText(one.since, now));
  return one.due === undefined ? "—" : whenText(one.due, now);
}
