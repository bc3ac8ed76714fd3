// Writing a note: the place, the kind, what is said, clause and due; only hashes of the place are sent.
import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { NoteDraft, NoteKind } from "../../../shared/supervision/note.ts";
import { Draw } from "../../look/Draw.tsx";
import { icons } from "../../look/icons.ts";
import { words } from "../../words/panel.ts";
import { framesWithin } from "./frames-within.ts";
import { anchorOf, type Picked, pickElement, pickSelection } from "./pick.ts";
import { SaidField } from "./SaidField.tsx";
import type { Store } from "./store.ts";

const KINDS: readonly NoteKind[] = ["问题", "瑕疵", "指导", "表扬"];

/** `2026-11-21T18:00` of a form as an instant of the fixed +08:00. */
export const dueText = (local: string): string | undefined =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local) ? new Date(`${local}:00+08:00`).toISOString() : undefined;

export function NoteForm({ store, done }: { store: Store; done: () => void }): VNode {
  const state = store.state.value!;
  const { notes } = words;
  const { frame } = store.surface;
  const kind = useSignal<NoteKind>("问题");
  const said = useSignal("");
  const clause = useSignal("");
  const due = useSignal("");
  const picked = useSignal<Picked | undefined>(undefined);
  const picking = useSignal<AbortController | undefined>(undefined);
  const busy = useSignal(false);
  const alive = useRef(true);
  useEffect(
    () => () => {
      alive.current = false;
      picking.value?.abort();
    },
    [],
  );
  const point = async (): Promise<void> => {
    const control = new AbortController();
    picking.value = control;
    const hit = await pickElement(framesWithin(window, frame), control.signal);
    if (!alive.current) return;
    picking.value = undefined;
    if (hit !== undefined) picked.value = anchorOf(hit.element, state, hit.frame);
  };
  const place = picked.value;
  const ready = place?.ok === true && said.value.trim() !== "" && state.caseKey !== undefined;
  const send = async (): Promise<void> => {
    if (place?.ok !== true || state.caseKey === undefined) return;
    busy.value = true;
    const until = dueText(due.value);
    const draft: NoteDraft = {
      kind: kind.value,
      said: said.value.trim(),
      ...(clause.value.trim() === "" ? {} : { clause: clause.value.trim() }),
      ...(until === undefined ? {} : { due: until }),
      anchor: place.anchor,
    };
    const answer = await store.surface.ask("note", { caseKey: state.caseKey, draft });
    busy.value = false;
    if (!answer.ok) {
      store.failed(answer.message);
      return;
    }
    store.toast.value = { text: words.toast.noted };
    done();
  };
  const why = { ambiguous: notes.ambiguous, empty: notes.noText, nothing: notes.noSelection };
  return (
    <form
      class="note form on"
      aria-label={notes.write}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !busy.value) void send();
      }}
    >
      <div class="field">
        {notes.place}
        <div class="acts">
          <button
            type="button"
            class="second"
            aria-pressed={picking.value !== undefined}
            onClick={() => void point()}
          >
            <Draw of={icons.point} size={14} />
            {notes.pickField}
          </button>
          <button
            type="button"
            class="second"
            onClick={() => {
              picked.value = pickSelection(framesWithin(window, frame), state);
            }}
          >
            <Draw of={icons.textSelect} size={14} />
            {notes.pickText}
          </button>
        </div>
        {picking.value !== undefined && <small>{notes.picking}</small>}
        {place?.ok === true && <blockquote>{place.shown}</blockquote>}
        {place?.ok === false && <p class="hint">{why[place.why]}</p>}
      </div>
      <fieldset class="chips">
        <legend>{notes.kind}</legend>
        {KINDS.map((each) => (
          <label key={each} class={kind.value === each ? "chip on" : "chip"}>
            <input
              type="radio"
              name="kind"
              class="unseen"
              checked={kind.value === each}
              onChange={() => {
                kind.value = each;
              }}
            />
            {each}
          </label>
        ))}
      </fieldset>
      <SaidField label={notes.said} said={said} rows={3} />
      <label class="field">
        {notes.clause}
        <input
          maxLength={120}
          value={clause.value}
          onInput={(event) => {
            clause.value = event.currentTarget.value;
          }}
        />
      </label>
      <label class="field">
        {notes.due}
        <input
          type="datetime-local"
          value={due.value}
          onInput={(event) => {
            due.value = event.currentTarget.value;
          }}
        />
      </label>
      <div class="acts">
        <button type="submit" class="primary" disabled={!ready || busy.value}>
          {busy.value ? notes.sending : notes.send}
        </button>
        <button type="button" class="second" onClick={done}>
          {words.card.cancel}
        </button>
      </div>
    </form>
  );
}
