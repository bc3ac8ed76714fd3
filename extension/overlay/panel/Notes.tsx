// The 批注 tab: notes of this case in order of their numbers; a legal officer can write one.
import type { VNode } from "preact";
import { words } from "../../words/panel.ts";
import { NoteCard } from "./NoteCard.tsx";
import { NoteForm } from "./NoteForm.tsx";
import type { Store } from "./store.ts";

export function Notes({ store }: { store: Store }): VNode {
  const state = store.state.value!;
  const { writing } = store;
  const mayWrite = state.member?.roles.includes("legal") === true && state.caseKey !== undefined;
  return (
    <>
      {mayWrite &&
        (writing.value ? (
          <NoteForm
            store={store}
            done={() => {
              writing.value = false;
            }}
          />
        ) : (
          <div class="acts">
            <button
              type="button"
              class="primary"
              onClick={() => {
                writing.value = true;
              }}
            >
              {words.notes.write}
            </button>
          </div>
        ))}
      {state.notes.length === 0 && !writing.value && (
        <div class="blank small">
          <h3>{words.notes.empty}</h3>
          <p>{words.notes.emptyWhy}</p>
        </div>
      )}
      {state.notes.map((note, i) => (
        <NoteCard key={note.id} store={store} note={note} number={i + 1} />
      ))}
    </>
  );
}
