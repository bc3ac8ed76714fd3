// Importing items from a JSON file: checked row by row first, written only when every row is right.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Reply } from "../../../shared/api/contract.ts";
import { words } from "../../words/console-items.ts";
import { call } from "../call.ts";
import { Button } from "../parts/Button.tsx";
import { Problem } from "../parts/Problem.tsx";
import { useToast } from "../parts/Toast.tsx";
import type { Problem as What } from "../use-call.ts";

const WORDS = words.bring;
type RowProblem = Reply<"importItems">["problems"][number];

/** The rows of a file: an array, each row an import whatever it says of its origin; undefined when it is none. */
export function rowsIn(text: string): unknown[] | undefined {
  try {
    const rows: unknown = JSON.parse(text);
    if (!Array.isArray(rows) || rows.length === 0) return undefined;
    return rows.map((row: unknown) =>
      typeof row === "object" && row !== null ? { ...row, origin: "import" } : row,
    );
  } catch {
    return undefined;
  }
}

export function BringItems({ onDone }: { onDone: () => void }): VNode {
  const [rows, setRows] = useState<unknown[]>();
  const [bad, setBad] = useState(false);
  const [problems, setProblems] = useState<readonly RowProblem[]>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<What>();
  const toast = useToast();
  const ask = async (check: boolean, sent: unknown[]): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    const answer = await call("importItems", { body: { check, rows: sent } });
    setBusy(false);
    if (!answer.ok) {
      setProblem(answer);
      return;
    }
    setProblems(answer.value.problems);
    setRows(sent);
    if (answer.value.problems.length > 0 || check) return;
    toast(WORDS.done(answer.value.made));
    onDone();
  };
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const read = rowsIn(await file.text());
    setBad(read === undefined);
    setRows(undefined);
    if (read !== undefined) await ask(true, read);
  };
  return (
    <section class="card pad item-raise">
      <h2>{WORDS.title}</h2>
      <p class="sub">{WORDS.say}</p>
      <label class="field">
        {WORDS.file}
        <input
          type="file"
          accept="application/json,.json"
          onChange={(event) => void take(event.currentTarget.files?.[0])}
        />
      </label>
      {bad ? <p class="mend">{WORDS.notJson}</p> : null}
      {problems.length > 0 ? (
        <div class="item-problems" role="alert">
          <strong>{WORDS.problems(problems.length)}</strong>
          <ul>
            {problems.map(({ row, at, message }) => (
              <li key={`${row} ${at}`}>{WORDS.row(row, at, message)}</li>
            ))}
          </ul>
        </div>
      ) : rows === undefined ? null : (
        <p>{WORDS.ready(rows.length)}</p>
      )}
      {problem === undefined ? null : <Problem problem={problem} title={WORDS.failed} />}
      <div class="row">
        <Button
          rank="primary"
          busy={busy && WORDS.busy}
          disabled={rows === undefined || problems.length > 0}
          onClick={() => void ask(false, rows ?? [])}
        >
          {WORDS.go(rows?.length ?? 0)}
        </Button>
        <Button rank="text" onClick={onDone}>
          {words.cancel}
        </Button>
      </div>
    </section>
  );
}
