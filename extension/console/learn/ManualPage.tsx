// 使用手册: short sections by reader, searchable, with what each colour means and the keys as they are.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { words as aid } from "../../words/aid.ts";
import { words as consoleWords } from "../../words/console.ts";
import { COLOURS, type ManualSection, type Reader, SECTIONS, words } from "../../words/manual.ts";
import { pagesOf } from "../pages.ts";
import { Empty } from "../parts/Empty.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { matches, SearchBox } from "../parts/SearchBox.tsx";
import { Segments } from "../parts/Segments.tsx";
import { COLOURS as STATES, State } from "../parts/State.tsx";
import { hashOf } from "../route.ts";
import { useMember } from "../session.ts";

type Filter = Reader | "everything";
const FILTERS: readonly Filter[] = ["everything", "officer", "legal", "admin"];

type Keys = readonly (readonly [keys: string, word: string])[];

function KeyTable({ title, of }: { title: string; of: Keys }): VNode {
  return (
    <div>
      <h3>{title}</h3>
      <dl class="manual-keys">
        {of.map(([keys, word]) => (
          <div key={keys}>
            <dt>
              {keys.split(" ").map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{word}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Section({ of, open }: { of: ManualSection; open: boolean }): VNode {
  return (
    <section class="card pad manual-section" id={of.id}>
      <div class="between">
        <h2>{of.title}</h2>
        <span class="chip kind">{words.readers[of.for]}</span>
      </div>
      <ul>
        {of.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {open && of.page !== undefined ? <a href={hashOf(of.page)}>{words.open}</a> : null}
    </section>
  );
}

/** Whether a colour or a key answers what was typed. */
const keysFound = (typed: string, keys: Keys): Keys =>
  keys.filter((row) => matches(typed, words.keys, ...row));

export function ManualPage(): VNode {
  const member = useMember();
  const [typed, setTyped] = useState("");
  const [filter, setFilter] = useState<Filter>("everything");
  const pages = new Set<string>(pagesOf(member.roles).map(({ id }) => id));
  const fits = (one: ManualSection): boolean =>
    filter === "everything" || one.for === "all" || one.for === filter;
  const found = SECTIONS.filter((one) => fits(one) && matches(typed, one.title, ...one.lines));
  const colours = STATES.filter((colour) => matches(typed, words.colours, COLOURS[colour]));
  const inPanel = keysFound(typed, aid.keys.rows);
  const inConsole = keysFound(typed, consoleWords.keyList.rows);
  const nothing = found.length + colours.length + inPanel.length + inConsole.length === 0;
  return (
    <>
      <PageHead title={words.title} sub={words.sub(SECTIONS.length)}>
        <SearchBox label={words.search} value={typed} onValue={setTyped} />
      </PageHead>
      <div class="manual-filter">
        <Segments
          label={words.filter}
          value={filter}
          options={FILTERS.map((id) => ({
            id,
            word: id === "everything" ? words.everything : words.readers[id],
          }))}
          onValue={setFilter}
        />
      </div>
      {nothing ? <Empty title={words.none}>{words.noneWhy}</Empty> : null}
      <div class="manual">
        {found.map((one) => (
          <Section key={one.id} of={one} open={one.page !== undefined && pages.has(one.page)} />
        ))}
        {colours.length === 0 ? null : (
          <section class="card pad manual-section">
            <h2>{words.colours}</h2>
            <p class="sub">{words.coloursWhy}</p>
            <dl class="manual-colours">
              {colours.map((colour) => (
                <div key={colour}>
                  <dt>
                    <State colour={colour} />
                  </dt>
                  <dd>{COLOURS[colour]}</dd>
                </div>
              ))}
            </dl>
          </section>
        )}
        {inPanel.length + inConsole.length === 0 ? null : (
          <section class="card pad manual-section">
            <h2>{words.keys}</h2>
            {inPanel.length === 0 ? null : <KeyTable title={words.keysPanel} of={inPanel} />}
            {inConsole.length === 0 ? null : <KeyTable title={words.keysConsole} of={inConsole} />}
          </section>
        )}
      </div>
    </>
  );
}
