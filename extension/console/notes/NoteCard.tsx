// One note: what was written, the replies, and what may be done about it.

import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { pathLabel } from "../../../shared/dictionary/words.ts";
import { partsOfKey } from "../../../shared/facts/case-key.ts";
import type { CaseNote } from "../../../shared/supervision/note.ts";
import { words } from "../../words/console-cases.ts";
import { RaiseFromNote } from "../items/RaiseFromNote.tsx";
import { Button } from "../parts/Button.tsx";
import { Icon } from "../parts/Icon.tsx";
import { hashOf } from "../route.ts";
import { may, useMember } from "../session.ts";
import { isoWhen } from "../when.ts";
import { NoteAct } from "./NoteAct.tsx";
import { overdue } from "./order.ts";

const WORDS = words.notes;

interface Props {
  readonly note: CaseNote;
  readonly onDone: () => void;
  /** Shows the case it belongs to. */
  readonly withCase?: boolean;
}

export function NoteCard({ note, onDone, withCase }: Props): VNode {
  const member = useMember();
  const [act, setAct] = useState<"reply" | "close">();
  const now = Date.now();
  const late = overdue(note, now);
  const done = (): void => {
    setAct(undefined);
    onDone();
  };
  const { field } = note.anchor;
  return (
    <article class={`note${note.state === "closed" ? " closed" : ""}`} data-note={note.id}>
      <header>
        <span class="chip kind">{note.kind}</span>
        {withCase === true ? (
          <a href={hashOf("cases", note.caseKey)}>{partsOfKey(note.caseKey).number}</a>
        ) : null}
        <span class={`note-state${late ? " late" : ""}`}>
          {[WORDS.state[note.state], note.due === undefined ? "" : WORDS.until(isoWhen(note.due, now))]
            .filter((part) => part !== "")
            .join(" · ")}
        </span>
      </header>
      <p class="note-said">{note.said}</p>
      <p class="sub">
        {[
          note.clause,
          `${note.byName} ${isoWhen(note.at, now)}`,
          field === undefined ? undefined : WORDS.place(pathLabel(field)),
        ]
          .filter((part) => part !== undefined)
          .join(" · ")}
      </p>
      {note.replies.map((reply) => (
        <div class="reply" key={`${reply.by} ${reply.at}`}>
          <span class="face" aria-hidden="true">
            {reply.byName.slice(0, 1)}
          </span>
          <div>
            <p class="between">
              <strong>{reply.byName}</strong>
              <span class="sub">{isoWhen(reply.at, now)}</span>
            </p>
            <p>{reply.said}</p>
            {reply.fixed ? <p class="sub">{WORDS.state.fixed}</p> : null}
          </div>
        </div>
      ))}
      {note.closed === undefined ? null : (
        <p class="closed-line">
          <Icon name="check" size={14} />
          <span>
            {WORDS.closed(note.closed.byName, isoWhen(note.closed.at, now))}：{note.closed.said}
          </span>
        </p>
      )}
      {note.state === "closed" ? null : act === undefined ? (
        <div class="row">
          {may(member, "officer", "legal", "leader", "admin") ? (
            <Button small onClick={() => setAct("reply")}>
              {WORDS.reply}
            </Button>
          ) : null}
          {may(member, "legal", "leader") ? (
            <Button small onClick={() => setAct("close")}>
              {WORDS.close}
            </Button>
          ) : null}
          {may(member, "legal", "leader") && note.kind !== "表扬" ? <RaiseFromNote note={note} /> : null}
        </div>
      ) : (
        <NoteAct note={note} act={act} onDone={done} onCancel={() => setAct(undefined)} />
      )}
    </article>
  );
}
