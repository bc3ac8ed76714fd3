// The notes of one case, open ones first.
import type { VNode } from "preact";
import type { CaseNote } from "../../../shared/supervision/note.ts";
import { words } from "../../words/console-cases.ts";
import { Empty } from "../parts/Empty.tsx";
import { NoteCard } from "./NoteCard.tsx";
import { byDue } from "./order.ts";

export function NoteList({ notes, onDone }: { notes: readonly CaseNote[]; onDone: () => void }): VNode {
  if (notes.length === 0) return <Empty title={words.notes.none}>{words.notes.noneWhy}</Empty>;
  return (
    <div class="notes">
      {[...notes].sort(byDue).map((note) => (
        <NoteCard key={note.id} note={note} onDone={onDone} />
      ))}
    </div>
  );
}
