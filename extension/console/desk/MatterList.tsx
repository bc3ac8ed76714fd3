// The list of the desk with its filters: what is shown, in which order, and how many of each.
import type { VNode } from "preact";
import { useMemo, useState } from "preact/hooks";
import { type DeskFilter, isUnder } from "../../../shared/supervision/desk.ts";
import { words } from "../../words/console-desk.ts";
import { Empty } from "../parts/Empty.tsx";
import { matches } from "../parts/SearchBox.tsx";
import { Segments } from "../parts/Segments.tsx";
import { MatterRow } from "./MatterRow.tsx";
import type { DeskRow } from "./rows.ts";

const WORDS = words.desk;
const FILTERS = Object.keys(WORDS.filters) as readonly DeskFilter[];
/** Rows drawn at first; more than a day's work is asked for. */
const FIRST = 300;

interface Props {
  readonly rows: readonly DeskRow[];
  readonly typed: string;
  readonly now: number;
  readonly onDone: () => void;
}

export const isFound = (row: DeskRow, typed: string): boolean =>
  matches(typed, row.number, row.title, row.what ?? "", row.sub ?? "");

export function MatterList({ rows, typed, now, onDone }: Props): VNode {
  const [filter, setFilter] = useState<DeskFilter>("all");
  const [open, setOpen] = useState<string>();
  const [all, setAll] = useState(false);
  const counts = useMemo(
    () => new Map(FILTERS.map((id) => [id, rows.filter((row) => isUnder(id, row)).length])),
    [rows],
  );
  const found = rows.filter((row) => isUnder(filter, row) && isFound(row, typed));
  const { columns } = WORDS;
  return (
    <>
      <div class="card-head">
        <Segments
          label={WORDS.filter}
          value={filter}
          options={FILTERS.filter((id) => id === "all" || id === filter || (counts.get(id) ?? 0) > 0).map(
            (id) => ({ id, word: WORDS.filters[id], count: counts.get(id) ?? 0 }),
          )}
          onValue={setFilter}
        />
        <span class="sub order">{WORDS.order}</span>
      </div>
      {found.length === 0 ? (
        <Empty title={rows.length === 0 ? WORDS.none : WORDS.noMatch}>
          {rows.length === 0 ? WORDS.noneWhy : WORDS.noMatchWhy}
        </Empty>
      ) : (
        <>
          <div class="matter-heads" aria-hidden="true">
            <span>{columns.state}</span>
            <span>{columns.what}</span>
            <span>{columns.case}</span>
            <span class="num">{columns.left}</span>
            <span class="num">{columns.due}</span>
          </div>
          <ul class="matters">
            {(all ? found : found.slice(0, FIRST)).map((row) => (
              <MatterRow
                key={row.id}
                row={row}
                now={now}
                open={open === row.id}
                onOpen={(to) => setOpen(to ? row.id : undefined)}
                onDone={onDone}
              />
            ))}
          </ul>
          {!all && found.length > FIRST ? (
            <button type="button" class="button text" onClick={() => setAll(true)}>
              {WORDS.rows(found.length)}
            </button>
          ) : null}
        </>
      )}
    </>
  );
}
