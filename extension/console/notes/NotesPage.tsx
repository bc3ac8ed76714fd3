// The legal desk: the notes of all cases, those due first.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { CaseNote } from "../../../shared/supervision/note.ts";
import { words } from "../../words/console-cases.ts";
import { ExcelButton } from "../excel/ExcelButton.tsx";
import { notesTable } from "../excel/lists.ts";
import { Empty } from "../parts/Empty.tsx";
import { Icon } from "../parts/Icon.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { matches, SearchBox } from "../parts/SearchBox.tsx";
import { Segments } from "../parts/Segments.tsx";
import { isWatcher, useMember } from "../session.ts";
import { useLoad } from "../use-call.ts";
import { loadNotes } from "./load-notes.ts";
import { NoteCard } from "./NoteCard.tsx";
import { byDue, overdue } from "./order.ts";

const WORDS = words.allNotes;
type Filter = keyof typeof WORDS.filters;
const fits: Readonly<Record<Filter, (note: CaseNote) => boolean>> = {
  open: (note) => note.state !== "closed",
  unanswered: (note) => note.state === "open",
  fixed: (note) => note.state === "fixed",
};

export function NotesPage(): VNode {
  const member = useMember();
  const loaded = useLoad("notes", loadNotes);
  const [typed, setTyped] = useState("");
  const [filter, setFilter] = useState<Filter>("open");
  const all = loaded.value ?? [];
  const now = Date.now();
  const found = all
    .filter(
      (note) => fits[filter](note) && matches(typed, note.caseKey, note.said, note.byName, note.clause ?? ""),
    )
    .sort(byDue);
  return (
    <>
      <PageHead
        title={WORDS.title}
        sub={
          loaded.value === undefined
            ? null
            : WORDS.sub(all.filter(fits.open).length, all.filter((note) => overdue(note, now)).length)
        }
      >
        <ExcelButton name={WORDS.title} tables={() => [notesTable(found)]} />
        <SearchBox label={WORDS.search} value={typed} onValue={setTyped} />
      </PageHead>
      <section class="card grow">
        <div class="card-head">
          <Segments
            label={WORDS.columns.state}
            value={filter}
            options={(["open", "unanswered", "fixed"] as const).map((id) => ({
              id,
              word: WORDS.filters[id],
              count: all.filter(fits[id]).length,
            }))}
            onValue={setFilter}
          />
          {isWatcher(member) ? (
            <span class="sub seen">
              <Icon name="eye" size={14} />
              {WORDS.note}
            </span>
          ) : null}
        </div>
        <Loaded of={loaded} rows={6}>
          {() =>
            found.length === 0 ? (
              <Empty title={WORDS.none}>{WORDS.noneWhy}</Empty>
            ) : (
              <div class="notes wide">
                {found.map((note) => (
                  <NoteCard key={note.id} note={note} withCase onDone={() => void loaded.again()} />
                ))}
              </div>
            )
          }
        </Loaded>
      </section>
    </>
  );
}
