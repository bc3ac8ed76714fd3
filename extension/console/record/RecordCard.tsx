// The own record in short, beside the desk: self-correction first, without a score.
import type { VNode } from "preact";
import { words } from "../../words/console-desk.ts";
import { OUTCOME } from "../../words/objections.ts";
import { usePack } from "../pack.ts";
import { Icon } from "../parts/Icon.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { hashOf } from "../route.ts";
import { isoWhen } from "../when.ts";
import { byMonth, disputeCounts, foundCounts } from "./counts.ts";
import { MonthBars } from "./MonthBars.tsx";
import { type OwnRecord, useRecord } from "./use-record.ts";

const WORDS = words.record;

function Body({ of: { record, objections } }: { of: OwnRecord }): VNode {
  const { rules } = usePack();
  const months = byMonth(record.corrections, record.at);
  const found = foundCounts(record.found, record.items);
  const disputes = disputeCounts(objections, "disputed");
  const wrongs = disputeCounts(objections, "wrong");
  const last = [...objections]
    .filter(({ answer }) => answer !== undefined)
    .sort((a, b) => ((a.answer?.at ?? "") < (b.answer?.at ?? "") ? 1 : -1))[0];
  return (
    <>
      <div class="side-part">
        <div class="record-top">
          <p>
            <strong>{months[11]?.count ?? 0}</strong>
            <small>{WORDS.month}</small>
          </p>
          <MonthBars months={months} />
        </div>
        <p class="sub">{WORDS.why}</p>
      </div>
      <dl class="side-part record-sums">
        <div>
          <dt>{WORDS.found}</dt>
          <dd>{WORDS.foundOf(found.all, found.mended)}</dd>
        </div>
        <div>
          <dt>{WORDS.disputes}</dt>
          <dd>{WORDS.disputesOf(disputes.all, disputes.upheld)}</dd>
        </div>
        <div>
          <dt>{WORDS.wrongs}</dt>
          <dd>{WORDS.wrongsOf(wrongs.all, wrongs.open)}</dd>
        </div>
      </dl>
      {last?.answer === undefined ? null : (
        <div class="side-part">
          <div class="between">
            <strong>{OUTCOME[last.kind][last.answer.outcome]}</strong>
            <span class="sub">
              {last.answer.byName} {isoWhen(last.answer.at, record.at)}
            </span>
          </div>
          <p class="sub">{rules.get(last.rule)?.title ?? last.rule}</p>
          <p>{last.answer.said}</p>
        </div>
      )}
      <p class="foot-line">
        <a href={hashOf("record")} class="row-link">
          {WORDS.all}
          <Icon name="chevronRight" size={14} />
        </a>
      </p>
    </>
  );
}

export function RecordCard(): VNode {
  const loaded = useRecord();
  return (
    <aside class="card side record-card" aria-label={WORDS.title}>
      <div class="card-head">
        <strong>{WORDS.title}</strong>
        <span class="sub seen">
          <Icon name="lock" size={14} />
          {WORDS.own}
        </span>
      </div>
      <Loaded of={loaded} rows={4}>
        {(value) => <Body of={value} />}
      </Loaded>
    </aside>
  );
}
