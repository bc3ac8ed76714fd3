// Gathers the notes of all cases that have any; each case is opened for it, a few at a time.
import type { CaseNote } from "../../../shared/supervision/note.ts";
import type { Answer } from "../../protocol/messages.ts";
import { call } from "../call.ts";

/** Cases opened at once. */
const AT_ONCE = 4;

/** All notes of the unit's cases, or the first refusal. */
export async function loadNotes(): Promise<Answer<readonly CaseNote[]>> {
  const list = await call("cases");
  if (!list.ok) return list;
  const keys = list.value.cases.filter(({ notes }) => notes > 0).map(({ key }) => key);
  const notes: CaseNote[] = [];
  for (let i = 0; i < keys.length; i += AT_ONCE) {
    const views = await Promise.all(
      keys.slice(i, i + AT_ONCE).map((key) => call("caseView", { params: { key } })),
    );
    for (const view of views) {
      if (!view.ok) return view;
      notes.push(...view.value.notes);
    }
  }
  return { ok: true, value: notes };
}
