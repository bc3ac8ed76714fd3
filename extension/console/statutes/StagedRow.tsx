// One statute that waits to be loaded: what was read of it, how it stands to the rules, its first articles.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Refusal } from "../../../shared/facts/errors.ts";
import type { Said } from "../../../shared/law/library/read-statute.ts";
import { articleName, citedNumber, type StatuteText } from "../../../shared/law/library/statute-text.ts";
import { PROBLEM, words } from "../../words/console-statutes.ts";
import { Button } from "../parts/Button.tsx";
import { State } from "../parts/State.tsx";
import { SaidFields } from "./SaidFields.tsx";
import { type Check, fileSays, type Staged } from "./staged.ts";

const WORDS = words.staged;
/** Articles shown of a text, to see that it was split rightly. */
const SHOWN = 3;
/** Refusals that the administrator can answer here. */
const ASKED = ["no-title", "no-edition", "bad-time"];

export interface StagedProps {
  readonly staged: Staged;
  readonly check: Check | undefined;
  /** The very text, or another of this edition, is loaded already. */
  readonly before: "same" | "other" | undefined;
  /** Why the service did not take it. */
  readonly failed: Refusal | undefined;
  readonly onSaid: (said: Said) => void;
  readonly onRemove: () => void;
}

function Standing({ check, before }: Pick<StagedProps, "check" | "before">): VNode {
  const count = check?.problems.length ?? 0;
  return (
    <>
      {check === undefined ? null : count > 0 ? (
        <State colour="orange">{WORDS.problems(count, check.citations)}</State>
      ) : check.citations > 0 ? (
        <State colour="green">{WORDS.cited(check.citations)}</State>
      ) : (
        <State colour="moot">{check.otherEdition ? WORDS.unknownEdition : WORDS.unknown}</State>
      )}
      {before === undefined ? null : (
        <span class="sub">{before === "same" ? WORDS.same : WORDS.replaces}</span>
      )}
    </>
  );
}

function Problems({ check }: { check: Check }): VNode {
  return (
    <ul class="problems">
      {check.problems.map(({ kind, rule, article, say }) => (
        <li key={`${kind} ${rule} ${article} ${say}`}>
          <b>{PROBLEM[kind]}</b> {article === "" ? "" : `${articleName(citedNumber(article))}　`}
          {say}
          {rule === "" ? null : <span class="sub">　{rule}</span>}
        </li>
      ))}
    </ul>
  );
}

function Articles({ text }: { text: StatuteText }): VNode {
  return (
    <div class="articles">
      {text.articles.slice(0, SHOWN).map(({ number, chapter, paragraphs }, at) => (
        <div key={number}>
          {chapter === undefined || chapter === text.articles[at - 1]?.chapter ? null : (
            <span class="sub">{chapter}</span>
          )}
          {paragraphs.map(({ text: say, items = [] }, i) => (
            <div key={`p${i}`}>
              <p>
                {i === 0 ? <b>{articleName(number)}　</b> : null}
                {say}
              </p>
              {items.map((item) => (
                <p class="item" key={item}>
                  {item}
                </p>
              ))}
            </div>
          ))}
        </div>
      ))}
      {text.articles.length > SHOWN ? <p class="sub">{WORDS.more(text.articles.length - SHOWN)}</p> : null}
    </div>
  );
}

export function StagedRow({ staged, check, before, failed, onSaid, onRemove }: StagedProps): VNode {
  const { files, read } = staged;
  const [open, setOpen] = useState(false);
  const [editing, setEditing] = useState(false);
  const names = files.map(({ name }) => name).join("、");
  const refusal = read.ok ? failed : read.refusal;
  const said = files[0]?.said ?? {};
  // What was said once stays open: the first letter of a title must not take its field away.
  const asked = Object.keys(said).length > 0 || (!read.ok && ASKED.includes(read.refusal.code));
  return (
    <li class="staged">
      <div class="staged-head">
        <div class="what">
          <strong>{read.ok ? `《${read.text.statute}》` : names}</strong>
          {read.ok ? (
            <span class="sub">
              {[
                `${WORDS.edition} ${read.text.edition}`,
                ...(read.text.from === undefined ? [] : [`${WORDS.from} ${read.text.from}`]),
                WORDS.count(read.text.articles.length),
              ].join("　")}
            </span>
          ) : null}
          {read.ok && read.text.partial === true ? <span class="chip kind">{WORDS.partial}</span> : null}
        </div>
        <div class="acts">
          {read.ok ? (
            <>
              <Button rank="text" small onClick={() => setOpen(!open)}>
                {open ? WORDS.hide : WORDS.look}
              </Button>
              <Button rank="text" small onClick={() => setEditing(!editing)}>
                {WORDS.edit}
              </Button>
            </>
          ) : null}
          <Button rank="text" small label={`${WORDS.remove}：${names}`} onClick={onRemove}>
            {WORDS.remove}
          </Button>
        </div>
      </div>
      {refusal === undefined ? null : <State colour="red">{refusal.message}</State>}
      {read.ok ? (
        <div class="row">
          <Standing check={check} before={before} />
          <span class="sub">{names}</span>
        </div>
      ) : null}
      {asked || editing ? (
        <SaidFields said={said} read={files[0] === undefined ? {} : fileSays(files[0])} onSaid={onSaid} />
      ) : null}
      {read.ok && check !== undefined && check.problems.length > 0 ? <Problems check={check} /> : null}
      {read.ok && open ? <Articles text={read.text} /> : null}
    </li>
  );
}
