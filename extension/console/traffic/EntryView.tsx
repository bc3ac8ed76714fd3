// One ledger entry as it left or waits: kind, case, time, and every value in it.

import type { VNode } from "preact";
import { partsOfKey } from "../../../shared/facts/case-key.ts";
import type { SentEntry } from "../../../shared/supervision/entry.ts";
import { entryWord } from "../../words/console-cases.ts";
import { words } from "../../words/traffic.ts";
import { usePack } from "../pack.ts";
import { isoWhen } from "../when.ts";
import { type Line, linesOf, sizeText } from "./carried.ts";

const WORDS = words.sent;

export function Lines({ of }: { of: readonly Line[] }): VNode {
  return (
    <dl class="went">
      {of.map(([name, value], i) => (
        <div key={`${i} ${name}`} class={value === "" ? "alone" : undefined}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function EntryView({ entry, note }: { entry: SentEntry; note?: string }): VNode {
  const { rules } = usePack();
  const now = Date.now();
  const titles = new Map([...rules].map(([id, { title }]) => [id, title]));
  const number = partsOfKey(entry.caseKey).number;
  return (
    <section class="went-entry" data-seq={entry.seq}>
      <h3>
        {entryWord(entry.body.kind)}
        <span class="sub">
          {[
            WORDS.entry(entry.seq),
            entry.caseKey === "" ? WORDS.noCase : number,
            isoWhen(entry.at, now),
            sizeText(new TextEncoder().encode(JSON.stringify(entry)).length),
          ].join(" · ")}
        </span>
      </h3>
      {note === undefined ? null : <p class="sub">{note}</p>}
      <Lines of={linesOf(entry.body, titles, now)} />
    </section>
  );
}
