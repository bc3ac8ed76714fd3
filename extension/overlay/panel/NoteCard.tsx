// One note: number, kind, state and due, the text it stands on, what was written, the replies, and what may be done.
import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import type { CaseNote } from "../../../shared/supervision/note.ts";
import { Draw } from "../../look/Draw.tsx";
import { icons } from "../../look/icons.ts";
import { words } from "../../words/panel.ts";
import { SensitiveHint } from "./SensitiveHint.tsx";
import type { Store } from "./store.ts";
import { atText, endText } from "./when.ts";

function stateLine(note: CaseNote, now: number): string {
  const due = note.due === undefined ? "" : words.notes.until(endText(Date.parse(note.due), now));
  const said =
    note.kind === "表扬" ? `${atText(note.at, now)} · ${note.byName}` : words.notes.state[note.state];
  return [said, note.state === "closed" ? "" : due].filter((part) => part !== "").join(" · ");
}

function Reply({ store, note }: { store: Store; note: CaseNote }): VNode | null {
  const said = useSignal("");
  const busy = useSignal(false);
  const state = store.state.value!;
  if (note.state === "closed" || note.kind === "表扬" || state.caseKey === undefined) return null;
  const own = state.member?.id === note.by;
  const legal = state.member?.roles.includes("legal") === true;
  const { caseKey } = state;
  const send = async (what: "reply" | "fixed" | "close"): Promise<void> => {
    busy.value = true;
    const text = said.value.trim();
    const answer =
      what === "close"
        ? await store.surface.ask("note-close", { caseKey, note: note.id, said: text })
        : await store.surface.ask("note-reply", {
            caseKey,
            note: note.id,
            said: text === "" ? words.notes.markFixed : text,
            fixed: what === "fixed",
          });
    busy.value = false;
    if (!answer.ok) {
      store.failed(answer.message);
      return;
    }
    said.value = "";
    store.toast.value = { text: what === "close" ? words.toast.closed : words.toast.replied };
  };
  const empty = said.value.trim() === "";
  return (
    <form
      class="form reply"
      onSubmit={(event) => {
        event.preventDefault();
        if (!empty && !busy.value) void send("reply");
      }}
    >
      <input
        aria-label={legal ? words.notes.sayClose : words.notes.reply(note.byName)}
        placeholder={legal ? words.notes.sayClose : words.notes.reply(note.byName)}
        value={said.value}
        maxLength={2000}
        onInput={(event) => {
          said.value = event.currentTarget.value;
        }}
      />
      <SensitiveHint text={said.value} />
      <div class="acts">
        <button type="submit" class="primary" disabled={empty || busy.value}>
          {words.notes.send}
        </button>
        {!own && (
          <button type="button" class="second" disabled={busy.value} onClick={() => void send("fixed")}>
            {words.notes.markFixed}
          </button>
        )}
        {legal ? (
          <button
            type="button"
            class="second"
            disabled={empty || busy.value}
            onClick={() => void send("close")}
          >
            {words.notes.close}
          </button>
        ) : (
          <small class="aside">{words.notes.closeNeeds}</small>
        )}
      </div>
    </form>
  );
}

/** The note whose reply box is open: the one chosen, else the first that waits for an answer. */
const chosen = (store: Store): string | undefined =>
  store.note.value ??
  store.state.value?.notes.find(({ state, kind }) => state !== "closed" && kind !== "表扬")?.id;

export function NoteCard({ store, note, number }: { store: Store; note: CaseNote; number: number }): VNode {
  const state = store.state.value!;
  const now = store.now.value;
  const quote = store.anchored.value.get(note.id);
  const elsewhere = note.anchor.page !== state.pageKind || note.anchor.frame !== store.surface.frame;
  const field = note.anchor.field;
  const read = field !== undefined && state.evidence[field]?.here === true;
  const place = read || quote !== undefined;
  const find = (): void => {
    if (!store.reveal.value(note.id)) store.locate(field);
  };
  const on = !store.writing.value && chosen(store) === note.id;
  const lost = quote === undefined && !elsewhere && note.state !== "closed";
  return (
    <article
      class={on ? "note on" : "note"}
      data-note={note.id}
      aria-label={words.notes.tag(number, note.kind)}
    >
      <header>
        {lost ? <Draw of={icons.mapPinOff} size={16} /> : <span class="tag-mark">{number}</span>}
        <span class="kind">
          {note.kind === "表扬" && <Draw of={icons.thumbsUp} size={12} />}
          {note.kind}
        </span>
        <span class="grow" />
        <small>{stateLine(note, now)}</small>
        {place && (
          <button type="button" class="text slim" onClick={find}>
            <Draw of={icons.locate} size={14} />
            {words.card.locate}
          </button>
        )}
        {!on && note.state !== "closed" && note.kind !== "表扬" && (
          <button
            type="button"
            class="plain slim"
            onClick={() => {
              store.note.value = note.id;
            }}
          >
            {words.notes.answer}
          </button>
        )}
      </header>
      {quote !== undefined && quote !== "" && <blockquote>{quote}</blockquote>}
      <p>{note.said}</p>
      <small class="by">
        {note.clause !== undefined && <span class="statute">{note.clause}</span>}
        {note.clause !== undefined && " · "}
        {note.byName} · {atText(note.at, now)}
      </small>
      {lost && <p class="aside">{words.notes.orphan}</p>}
      {note.replies.map((reply) => (
        <div class="answer-line" key={reply.at + reply.by}>
          <span class="face">{reply.byName.slice(0, 1)}</span>
          <div class="grow">
            <b>{reply.byName}</b>
            <p>{reply.said}</p>
          </div>
          <small>{atText(reply.at, now)}</small>
        </div>
      ))}
      {note.closed !== undefined && (
        <p class="aside">
          {words.notes.state.closed} · {note.closed.byName} · {note.closed.said}
        </p>
      )}
      {on && <Reply store={store} note={note} />}
    </article>
  );
}
