// One objection: what the finding said, the masked facts it rested on, what the officer wrote, and the answer.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { fieldOf } from "../../../shared/dictionary/dictionary.ts";
import { placeOf } from "../../../shared/dictionary/path.ts";
import { pathLabel } from "../../../shared/dictionary/words.ts";
import type { FactSnapshot } from "../../../shared/supervision/entry.ts";
import type { Objection } from "../../../shared/supervision/objection.ts";
import { OUTCOME, words } from "../../words/objections.ts";
import { VERDICT } from "../../words/panel.ts";
import { valueText } from "../cases/FactsCard.tsx";
import { usePack } from "../pack.ts";
import { Button } from "../parts/Button.tsx";
import { Icon } from "../parts/Icon.tsx";
import { asColour, State } from "../parts/State.tsx";
import { hashOf } from "../route.ts";
import { may, useMember } from "../session.ts";
import { isoWhen } from "../when.ts";
import { AnswerBox } from "./AnswerBox.tsx";

const WORDS = words.page;

type Shown = FactSnapshot["fields"][number];

/** The value that came with it; of a local field only that there was one. */
function shownText({ path, state, value }: Shown, now: number): string {
  if (state !== "known") return WORDS[state];
  if (value === undefined) return WORDS.masked;
  const place = placeOf(path);
  const named = place?.field !== undefined && fieldOf(place.element, place.field) !== undefined;
  return named
    ? valueText(
        { entity: place.element, id: place.id, field: place.field ?? "", state, value, at: 0, page: "" },
        now,
      )
    : String(value);
}

function Facts({ of }: { of: FactSnapshot }): VNode {
  const now = Date.now();
  return (
    <details class="rest">
      <summary>{WORDS.shown(of.fields.length)}</summary>
      <dl class="went">
        {of.fields.map((field) => (
          <div key={field.path}>
            <dt>{pathLabel(field.path)}</dt>
            <dd>{shownText(field, now)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Answered({ of }: { of: Objection }): VNode | null {
  const { answer } = of;
  if (answer === undefined) return null;
  return (
    <div class="reply">
      <span class="face" aria-hidden="true">
        {answer.byName.slice(0, 1)}
      </span>
      <div>
        <p class="between">
          <strong>{OUTCOME[of.kind][answer.outcome]}</strong>
          <span class="sub">{WORDS.answered(answer.byName, isoWhen(answer.at, Date.now()))}</span>
        </p>
        <p>{answer.said}</p>
      </div>
    </div>
  );
}

export function ObjectionCard({ of, onDone }: { of: Objection; onDone: () => void }): VNode {
  const member = useMember();
  const { rules } = usePack();
  const [answering, setAnswering] = useState(false);
  const now = Date.now();
  const { snapshot } = of;
  const answers = may(member, "legal", "leader", "admin") && of.by !== member.id && of.state === "open";
  return (
    <article class={`note${of.state === "answered" ? " closed" : ""}`} data-objection={of.id}>
      <header>
        <span class="chip kind">{WORDS.kind[of.kind]}</span>
        <a href={hashOf("cases", of.caseKey)}>{of.number}</a>
        <span class="note-state">{of.state === "open" ? WORDS.waiting : WORDS.filters.answered}</span>
      </header>
      <h2>{snapshot?.title ?? rules.get(of.rule)?.title ?? of.rule}</h2>
      {snapshot === undefined ? null : (
        <p class="row sub">
          <State colour={asColour(snapshot.colour)}>{VERDICT[snapshot.verdict]}</State>
          <span>{WORDS.law(snapshot.statute, snapshot.article, snapshot.edition)}</span>
        </p>
      )}
      <p class={of.said === "" ? "sub" : "note-said"}>{of.said === "" ? WORDS.noSaid : of.said}</p>
      <p class="sub">
        {[WORDS.by(of.byName, isoWhen(of.at, now)), of.owner === undefined ? "" : WORDS.owner(of.owner)]
          .filter((part) => part !== "")
          .join(" · ")}
      </p>
      {snapshot === undefined || snapshot.fields.length === 0 ? null : <Facts of={snapshot} />}
      <Answered of={of} />
      {!answers ? null : answering ? (
        <AnswerBox of={of} onDone={onDone} onCancel={() => setAnswering(false)} />
      ) : (
        <div class="row">
          <Button small onClick={() => setAnswering(true)}>
            {WORDS.answer}
          </Button>
          {may(member, "admin", "legal") ? (
            <a class="button text small" href={hashOf("rules", of.rule)}>
              <Icon name="scale" size={14} />
              {WORDS.rule}
            </a>
          ) : null}
        </div>
      )}
    </article>
  );
}
