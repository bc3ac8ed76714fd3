// What a new state brings that the officer should hear of once: a newer pack, a new note of somebody else.
import type { PageState } from "../../protocol/messages.ts";
import { words } from "../../words/panel.ts";
import type { Store } from "./store.ts";

/** Puts a toast up where `after` holds what `before` of the same case did not; nothing on the first state. */
export function announce(store: Store, before: PageState | undefined, after: PageState | undefined): void {
  if (before === undefined || after === undefined || before.caseKey !== after.caseKey) return;
  const known = new Set(before.notes.map(({ id }) => id));
  const fresh = after.notes.filter(({ id, by }) => !known.has(id) && by !== after.member?.id);
  const [first] = fresh;
  if (first !== undefined) {
    store.toast.value = {
      text: words.toast.newNote(fresh.length),
      small: first.byName,
      act: {
        label: words.toast.look,
        run() {
          store.tab.value = "notes";
          store.note.value = first.id;
          store.toast.value = undefined;
        },
      },
    };
  } else if (after.pack.revision > before.pack.revision)
    store.toast.value = { text: words.toast.newPack(after.pack.label), small: words.toast.newPackWhy };
}
