// 单案检查单: a case on one printable sheet for the dossier – its checklists as they stand, what is open, room to sign.

import type { VNode } from "preact";
import type { Reply } from "../../../shared/api/contract.ts";
import { pathLabel } from "../../../shared/dictionary/words.ts";
import { partsOfKey } from "../../../shared/facts/case-key.ts";
import type { Pack } from "../../../shared/rules/pack.ts";
import { stageLabel } from "../../../shared/rules/stages.ts";
import type { UnitFinding } from "../../../shared/supervision/entry.ts";
import { fullInstantText, spanText } from "../../../shared/time/format.ts";
import { words as caseWords } from "../../words/console-cases.ts";
import { words } from "../../words/console-desk.ts";
import { byGravity } from "../cases/order.ts";
import { ExcelButton } from "../excel/ExcelButton.tsx";
import { type PackWords, usePack } from "../pack.ts";
import { Empty } from "../parts/Empty.tsx";
import { Icon } from "../parts/Icon.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { PrintButton } from "../parts/Paper.tsx";
import { State } from "../parts/State.tsx";
import { hashOf } from "../route.ts";
import { useMember } from "../session.ts";
import { useCall } from "../use-call.ts";
import { isoWhen, whenText } from "../when.ts";
import { sheetTables } from "./excel.ts";
import { type SheetLine, type SheetPart, sheetParts } from "./standing.ts";

const WORDS = words.sheet;

/** What stands beside a line: who confirmed it, until when, since when, what was not read. */
export function whyOf({ is, finding, tick }: SheetLine, now: number): string {
  if (is === "ticked" && tick !== undefined)
    return [WORDS.tick(tick.byName, isoWhen(tick.at, now)), tick.evidence]
      .filter((part) => part !== "")
      .join("：");
  if (finding === undefined) return "";
  if (is === "unknown")
    return caseWords.findings.missing(finding.missing.map((path) => pathLabel(path)).join("、"));
  if (finding.mended !== undefined) return caseWords.findings.mended(whenText(finding.mended, now));
  if (is === "breached" && finding.due !== undefined)
    return caseWords.findings.over(spanText(now - finding.due));
  if (is === "due" && finding.due !== undefined) return `${whenText(finding.due, now)} 届满`;
  return finding.since === undefined ? "" : caseWords.findings.since(whenText(finding.since, now));
}

function StateOf({ is, finding }: SheetLine): VNode {
  const word = WORDS.states[is];
  if (is === "ticked" || is === "met") return <State colour="green">{word}</State>;
  if (is === "breached") return <State colour={finding?.colour ?? "red"}>{word}</State>;
  if (is === "due") return <State colour={finding?.colour ?? "green"}>{word}</State>;
  if (is === "unknown") return <State colour="grey">{word}</State>;
  return <span class="state not-yet">{word}</span>;
}

function Part({ list, lines, silent, now }: SheetPart & { now: number }): VNode {
  const { columns } = WORDS;
  return (
    <section class="sheet-part">
      <h2>{list.stage === undefined ? list.title : stageLabel(list.stage)}</h2>
      <table class="table">
        <thead>
          <tr>
            <th>{columns.item}</th>
            <th>{columns.state}</th>
            <th>{columns.why}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.item.id}>
              <td>{line.item.say}</td>
              <td>
                <StateOf {...line} />
              </td>
              <td>{whyOf(line, now)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {silent === 0 ? null : <p class="sub">{WORDS.later(silent)}</p>}
    </section>
  );
}

function OpenList({
  findings,
  rules,
  now,
}: {
  findings: readonly UnitFinding[];
  rules: PackWords["rules"];
  now: number;
}) {
  if (findings.length === 0) return <p>{WORDS.noOpen}</p>;
  return (
    <ol class="sheet-open">
      {findings.map((one) => {
        const rule = rules.get(one.rule);
        const basis = rule?.basis[0];
        return (
          <li key={`${one.rule}@${one.on}`}>
            <State colour={one.colour}>
              {one.verdict === "breached" ? WORDS.states.breached : undefined}
            </State>
            <strong>{(one.verdict === "due" ? rule?.titleDue : undefined) ?? rule?.title ?? one.rule}</strong>
            <span class="sub">
              {[
                pathLabel(one.on),
                basis === undefined ? "" : caseWords.findings.law(basis.statute, basis.article),
                one.due === undefined ? "" : whenText(one.due, now),
              ]
                .filter((part) => part !== "")
                .join("，")}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function Sheet({
  view,
  pack,
  number,
  platform,
}: {
  view: Reply<"caseView">;
  pack: Pack;
  number: string;
  platform: string;
}) {
  const { rules } = usePack();
  const { name, unitName } = useMember();
  const now = view.at;
  const parts = sheetParts(pack, view, now);
  const open = view.findings
    .filter(
      ({ verdict, mended, colour }) =>
        (verdict === "breached" && mended === undefined) || (verdict === "due" && colour !== "green"),
    )
    .sort(byGravity);
  const count = (is: UnitFinding["verdict"]): number =>
    view.findings.filter(({ verdict }) => verdict === is).length;
  const cause = view.facts.find(
    ({ entity, field, state }) => entity === "case" && field === "cause" && state === "known",
  );
  const pair = (label: string, value: string): VNode => (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
  return (
    <article class="card sheet">
      <header>
        <h2>{WORDS.title}</h2>
        <dl>
          {pair(WORDS.case, number)}
          {pair(WORDS.what, String(cause?.value ?? "—"))}
          {pair(WORDS.platform, platform)}
          {pair(WORDS.unit, unitName)}
          {pair(WORDS.at, fullInstantText(now))}
          {pair(WORDS.pack, pack.label)}
          {pair(WORDS.printed, name)}
        </dl>
        <p>
          <strong>
            {WORDS.sum(
              open.filter(({ verdict }) => verdict === "breached").length,
              count("due"),
              count("unknown"),
              count("met"),
            )}
          </strong>
        </p>
      </header>
      <section class="sheet-part">
        <h2>{WORDS.open2}</h2>
        <OpenList findings={open} rules={rules} now={now} />
      </section>
      {parts.length === 0 ? (
        <Empty title={WORDS.none} />
      ) : (
        parts.map((part) => <Part key={part.list.id} {...part} now={now} />)
      )}
      <footer>
        <div class="sheet-signs">
          {WORDS.signs.map((word) => (
            <span key={word}>{word}</span>
          ))}
        </div>
        <p class="sub">{WORDS.foot}</p>
      </footer>
    </article>
  );
}

export function CheckSheet({ caseKey }: { caseKey: string }): VNode {
  const view = useCall("caseView", { params: { key: caseKey } });
  const { pack, rules } = usePack();
  const { platform, number } = partsOfKey(caseKey);
  return (
    <>
      <PageHead title={WORDS.title} sub={number}>
        <a class="button secondary" href={hashOf("cases", caseKey)}>
          <Icon name="arrowLeft" size={14} />
          {caseWords.back}
        </a>
        <ExcelButton
          name={`${WORDS.title}_${number}`}
          disabled={view.value === undefined || pack === undefined}
          tables={() =>
            view.value === undefined || pack === undefined
              ? []
              : sheetTables(sheetParts(pack, view.value, view.value.at), view.value, rules)
          }
        />
        <PrintButton />
      </PageHead>
      <Loaded of={view} rows={8}>
        {(value) =>
          pack === undefined ? (
            <Empty title={WORDS.none} />
          ) : (
            <Sheet view={value} pack={pack} number={number} platform={platform} />
          )
        }
      </Loaded>
    </>
  );
}
