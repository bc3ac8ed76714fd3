// Units or members from a table: chosen, checked row by row, and brought in whole or not at all.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { fullInstantText } from "../../../shared/time/format.ts";
import { PEOPLE } from "../../words/people.ts";
import { Button } from "../parts/Button.tsx";
import { Choice } from "../parts/Choice.tsx";
import { Problem } from "../parts/Problem.tsx";
import { TableFile } from "../parts/TableFile.tsx";
import { useToast } from "../parts/Toast.tsx";
import type { Problem as What } from "../use-call.ts";
import { BringRows } from "./BringRows.tsx";
import { type Kind, MOST, send } from "./bring.ts";
import { csvOf, readTable, type Table } from "./read-table.ts";
import { saveText } from "./save-text.ts";

const WORDS = PEOPLE.bring;

interface Checked {
  readonly table: Table;
  readonly problems: readonly { row: number; column: string; message: string }[];
}

interface Passwords {
  readonly rows: readonly (readonly string[])[];
  readonly until: number;
}

export function Bring({ kinds, again }: { kinds: readonly Kind[]; again: () => void }): VNode {
  const [kind, setKind] = useState<Kind>(kinds[0] ?? "members");
  const [checked, setChecked] = useState<Checked>();
  const [passwords, setPasswords] = useState<Passwords>();
  const [problem, setProblem] = useState<What>();
  const [busy, setBusy] = useState<string>();
  const toast = useToast();
  const columns = WORDS.columns[kind];
  const no = (message: string): void => setProblem({ code: "bad-value", message });
  const take = async (file: File): Promise<void> => {
    setProblem(undefined);
    setChecked(undefined);
    setPasswords(undefined);
    setBusy(WORDS.reading);
    const read = await readTable(file, columns);
    if (!read.ok) {
      setBusy(undefined);
      return no(read.why === "missing" ? WORDS.missing(read.columns.join("、")) : WORDS[read.why]);
    }
    const { table } = read;
    if (table.rows.length > MOST[kind]) {
      setBusy(undefined);
      return no(WORDS.many(MOST[kind]));
    }
    setBusy(WORDS.checking);
    const answer = await send(kind, table, true);
    setBusy(undefined);
    if (!answer.ok) return setProblem(answer);
    setChecked({ table, problems: answer.value.problems });
  };
  const bring = async ({ table }: Checked): Promise<void> => {
    setBusy(WORDS.busy);
    const answer = await send(kind, table, false);
    setBusy(undefined);
    if (!answer.ok) return setProblem(answer);
    setChecked(undefined);
    const { made, passwords: told, until } = answer.value;
    toast(kind === "units" ? WORDS.unitsDone(made) : WORDS.membersDone(made));
    if (told.length > 0) setPasswords({ rows: told, until });
    again();
  };
  const good = checked !== undefined && checked.problems.length === 0;
  return (
    <section class="card pad stack">
      <p class="lead">{WORDS.say}</p>
      <div class="row wrap">
        <Choice
          label={WORDS.kind}
          value={kind}
          options={kinds.map((id) => [id, WORDS.kinds[id]])}
          onValue={(value) => {
            setKind(value as Kind);
            setChecked(undefined);
            setProblem(undefined);
          }}
        />
      </div>
      <p class="sub">{`${WORDS.header}：${Object.values(columns).join("、")}`}</p>
      <TableFile
        words={WORDS}
        first={!good && passwords === undefined}
        busy={busy}
        onFile={(file) => void take(file)}
        onTemplate={() =>
          saveText(WORDS.files[kind], csvOf([Object.values(columns), ...WORDS.templates[kind]]))
        }
      />
      {problem === undefined ? null : <Problem problem={problem} title={PEOPLE.failed} />}
      {checked === undefined ? null : <BringRows columns={columns} {...checked} />}
      {good ? (
        <Button rank="primary" busy={busy} onClick={() => void bring(checked)}>
          {WORDS.go(checked.table.rows.length)}
        </Button>
      ) : null}
      {passwords === undefined ? null : (
        <div class="stack" role="status">
          <h3>{WORDS.passwords}</h3>
          <p class="sub">{WORDS.passwordsSay(fullInstantText(passwords.until))}</p>
          <Button
            rank="primary"
            icon="download"
            onClick={() =>
              saveText(
                WORDS.files.passwords,
                csvOf([[columns_.account, columns_.name, columns_.unit, WORDS.password], ...passwords.rows]),
              )
            }
          >
            {WORDS.save}
          </Button>
        </div>
      )}
    </section>
  );
}

const columns_ = WORDS.columns.members;
