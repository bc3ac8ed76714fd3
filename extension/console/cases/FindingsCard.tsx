// The findings that the unit holds of a case, gravest first; those met or moot are folded.
import type { VNode } from "preact";
import { pathLabel } from "../../../shared/dictionary/words.ts";
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

interface Props {
  readonly caseKey: string;
  readonly findings: readonly UnitFinding[];
  /** Acts of other cases that findings rest on. */
  readonly acts: readonly OtherAct[];
}

/** A field that was not read, of this case or, with the number in front, of another. */
function missingText(path: string): string {
  const gap = path.lastIndexOf(" ");
  const label = `“${pathLabel(path.slice(gap + 1))}”`;
  const other = path.slice(0, Math.max(gap, 0));
  return other === "" ? label : `${other.slice(other.indexOf(":") + 1)} ${label}`;
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

function Rows({ findings, acts, caseKey }: Props): VNode {
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
          const basis = rule?.basis[0];
          const title = one.verdict === "due" ? (rule?.titleDue ?? rule?.title) : rule?.title;
          return (
            <tr key={`${one.rule}@${one.on}`}>
              <td>
                <State colour={one.verdict === "moot" ? "moot" : one.colour}>{stateWord(one)}</State>
              </td>
              <td>
                <strong>{title ?? one.rule}</strong>
                {one.missing.length === 0 ? null : (
                  <p class="sub">{WORDS.missing(one.missing.map(missingText).join("、"))}</p>
                )}
                <OtherActs finding={one} rule={rule} acts={acts} caseKey={caseKey} />
              </td>
              <td>{pathLabel(one.on)}</td>
              <td>{basis === undefined ? "—" : WORDS.law(basis.statute, basis.article)}</td>
              <td class={`num left ${one.colour}`}>{dueText(one, now)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function dueText(one: UnitFinding, now: number): string {
  if (one.mended !== undefined) return WORDS.mended(whenText(one.mended, now));
  if (one.verdict === "breached" && one.due !== undefined) return WORDS.over(spanText(now - one.due));
  if (one.since !== undefined) return WORDS.since(whenText(one.since, now));
  return one.due === undefined ? "—" : whenText(one.due, now);
}
