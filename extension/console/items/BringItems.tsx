// Items from a table: chosen, shown row by row with what is wrong, and brought in whole or not at all.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { ItemDraft } from "../../../shared/api/routes/items.ts";
import { words } from "../../words/console-items.ts";
import { call } from "../call.ts";
import { Button } from "../parts/Button.tsx";
import { Problem } from "../parts/Problem.tsx";
import { TableFile } from "../parts/TableFile.tsx";
import { useToast } from "../parts/Toast.tsx";
import { BringRows } from "../people/BringRows.tsx";
import { csvOf, type Table } from "../people/read-table.ts";
import { saveText } from "../people/save-text.ts";
import type { Problem as What } from "../use-call.ts";
import { columnOf, type RowProblem, readItems } from "./item-rows.ts";

const WORDS = words.bring;
/** Rows that one table may have. */
const MOST = 500;

interface Checked {
  readonly table: Table;
  readonly columns: Readonly<Record<string, string>>;
  readonly problems: readonly RowProblem[];
  readonly drafts: readonly ItemDraft[];
}

export function BringItems({ onDone }: { onDone: () => void }): VNode {
  const [checked, setChecked] = useState<Checked>();
  const [busy, setBusy] = useState<string>();
  const [problem, setProblem] = useState<What>();
  const toast = useToast();
  const stop = (what: What): void => {
    setBusy(undefined);
    setProblem(what);
  };
  const no = (message: string): void => stop({ code: "bad-value", message });
  const take = async (file: File): Promise<void> => {
    setProblem(undefined);
    setChecked(undefined);
    setBusy(WORDS.reading);
    const [cases, owners] = await Promise.all([call("cases"), call("itemOwners")]);
    if (!cases.ok) return stop(cases);
    if (!owners.ok) return stop(owners);
    const read = await readItems(file, { cases: cases.value.cases, owners: owners.value.owners });
    if (!read.ok)
      return no(read.why === "missing" ? WORDS.missing(read.columns.join("、")) : WORDS[read.why]);
    const { table, drafts, problems } = read;
    if (drafts.length > MOST) return no(WORDS.many(MOST));
    const columns = Object.fromEntries(read.columns.map((column) => [column, WORDS.columns[column]]));
    setBusy(WORDS.checking);
    const answer = await call("importItems", { body: { check: true, rows: [...drafts] } });
    if (!answer.ok) return stop(answer);
    setBusy(undefined);
    const told = answer.value.problems.map(({ row, at, message }) => ({
      row,
      column: columnOf(at),
      message,
    }));
    // What was found wrong here is told in the table's own words.
    const fresh = told.filter(
      (one) => !problems.some(({ row, column }) => row === one.row && column === one.column),
    );
    setChecked({ table, columns, drafts, problems: [...problems, ...fresh].sort((a, b) => a.row - b.row) });
  };
  const bring = async ({ drafts }: Checked): Promise<void> => {
    setBusy(WORDS.busy);
    const answer = await call("importItems", { body: { check: false, rows: [...drafts] } });
    setBusy(undefined);
    if (!answer.ok) return setProblem(answer);
    const [wrong] = answer.value.problems;
    if (wrong !== undefined) return no(WORDS.changed(wrong.row + 1, wrong.message));
    toast(WORDS.done(answer.value.made));
    onDone();
  };
  const good = checked !== undefined && checked.problems.length === 0;
  return (
    <section class="card pad stack item-raise">
      <h2>{WORDS.title}</h2>
      <p class="sub">{WORDS.say}</p>
      <TableFile
        words={WORDS}
        first={!good}
        busy={busy}
        onFile={(file) => void take(file)}
        onTemplate={() => saveText(WORDS.files, csvOf([Object.values(WORDS.columns), WORDS.sample]))}
      />
      {problem === undefined ? null : <Problem problem={problem} title={WORDS.failed} />}
      {checked === undefined ? null : <BringRows {...checked} />}
      <div class="row">
        {good ? (
          <Button rank="primary" busy={busy} onClick={() => void bring(checked)}>
            {WORDS.go(checked.drafts.length)}
          </Button>
        ) : null}
        <Button rank="text" onClick={onDone}>
          {words.cancel}
        </Button>
      </div>
    </section>
  );
}
