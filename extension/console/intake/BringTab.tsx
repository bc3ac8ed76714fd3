// Another system's data from a table: chosen, checked row by row, and brought in whole or not at all.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { MOST_EVENTS } from "../../../shared/api/routes/intake.ts";
import { columnsOf } from "../../../shared/intake/columns.ts";
import type { IntakeId } from "../../../shared/intake/kind.ts";
import { INTAKE_KINDS, intakeKind } from "../../../shared/intake/kinds.ts";
import { idNumberField } from "../../../shared/intake/person-number.ts";
import { sampleRow } from "../../../shared/intake/sample.ts";
import { words } from "../../words/intake.ts";
import { call } from "../call.ts";
import { Button } from "../parts/Button.tsx";
import { Choice } from "../parts/Choice.tsx";
import { Problem } from "../parts/Problem.tsx";
import { TableFile } from "../parts/TableFile.tsx";
import { useToast } from "../parts/Toast.tsx";
import { BringRows } from "../people/BringRows.tsx";
import { csvOf, type Table } from "../people/read-table.ts";
import { saveText } from "../people/save-text.ts";
import type { Problem as What } from "../use-call.ts";
import { readRows } from "./read-rows.ts";
import { referPersons } from "./refer-persons.ts";

const WORDS = words.bring;

interface Checked {
  readonly table: Table;
  readonly columns: Readonly<Record<string, string>>;
  readonly left: readonly string[];
  readonly known: number;
  readonly problems: readonly { row: number; column: string; message: string }[];
}

export function BringTab(): VNode {
  const [id, setId] = useState<IntakeId>("incident");
  const [checked, setChecked] = useState<Checked>();
  const [problem, setProblem] = useState<What>();
  const [busy, setBusy] = useState<string>();
  const toast = useToast();
  const kind = intakeKind(id)!;
  const columns = columnsOf(kind);
  const no = (message: string): void => {
    setBusy(undefined);
    setProblem({ code: "bad-value", message });
  };
  const take = async (file: File): Promise<void> => {
    setProblem(undefined);
    setChecked(undefined);
    setBusy(WORDS.reading);
    const read = await readRows(file, kind);
    if (!read.ok)
      return no(read.why === "missing" ? WORDS.missing(read.columns.join("、")) : WORDS[read.why]);
    const { keys, left } = read;
    if (read.table.rows.length > MOST_EVENTS) return no(WORDS.many(MOST_EVENTS));
    const referred = await referPersons(read.table, kind);
    if (!referred.ok) {
      setBusy(undefined);
      return setProblem(referred);
    }
    const table = referred.value;
    setBusy(WORDS.checking);
    const answer = await call("importIntake", { body: { kind: id, check: true, rows: [...table.rows] } });
    setBusy(undefined);
    if (!answer.ok) return setProblem(answer);
    const shown = Object.fromEntries(
      columns
        .filter(({ key }) => table.rows.some((row) => key in row) || keys.includes(key))
        .filter(({ key }) => key !== idNumberField.id)
        .map(({ key, label }) => [key, label]),
    );
    const { problems, known } = answer.value;
    setChecked({ table, columns: shown, left, known, problems });
  };
  const bring = async ({ table }: Checked): Promise<void> => {
    setBusy(WORDS.busy);
    const answer = await call("importIntake", { body: { kind: id, check: false, rows: [...table.rows] } });
    setBusy(undefined);
    if (!answer.ok) return setProblem(answer);
    setChecked(undefined);
    toast(WORDS.done(answer.value.made, answer.value.known));
  };
  const good = checked !== undefined && checked.problems.length === 0;
  const named = (required: boolean): string =>
    columns
      .filter((one) => one.required === required)
      .map(({ label }) => label)
      .join("、");
  return (
    <section class="card pad stack">
      <p class="lead">{WORDS.say}</p>
      <Choice
        label={WORDS.kind}
        value={id}
        options={INTAKE_KINDS.map((one) => [one.id, one.label])}
        onValue={(value) => {
          setId(value as IntakeId);
          setChecked(undefined);
          setProblem(undefined);
        }}
      />
      <p class="sub">{`${WORDS.required}：${named(true)}`}</p>
      <p class="sub">{`${WORDS.optional}：${named(false)}`}</p>
      <TableFile
        words={WORDS}
        first={!good}
        busy={busy}
        onFile={(file) => void take(file)}
        onTemplate={() =>
          saveText(
            WORDS.files(kind.label),
            csvOf([columns.map(({ label }) => label), sampleRow(kind, Date.now())]),
          )
        }
      />
      {problem === undefined ? null : <Problem problem={problem} title={words.failed} />}
      {checked === undefined ? null : (
        <>
          {checked.left.length === 0 ? null : <p class="sub">{WORDS.left(checked.left.join("、"))}</p>}
          {checked.known === 0 ? null : <p class="sub">{WORDS.known(checked.known)}</p>}
          <BringRows {...checked} />
        </>
      )}
      {good ? (
        <Button rank="primary" busy={busy} onClick={() => void bring(checked)}>
          {WORDS.go(checked.table.rows.length)}
        </Button>
      ) : null}
    </section>
  );
}
