// Puts the reference of each person in the place of name and ID number before a table is sent: neither leaves the browser.
import { PERSON_REFERENCE } from "../../../shared/dictionary/privacy.ts";
import { personField } from "../../../shared/intake/columns.ts";
import type { IntakeKind } from "../../../shared/intake/kind.ts";
import { idNumberField, idNumberIn } from "../../../shared/intake/person-number.ts";
import { ask } from "../../protocol/ask.ts";
import type { Answer } from "../../protocol/messages.ts";
import { words } from "../../words/intake.ts";
import type { Table } from "../people/read-table.ts";

/** Rows whose person is a reference; one that names nobody by number says so in its place, and is told as a wrong row. */
export async function referPersons(table: Table, kind: IntakeKind): Promise<Answer<Table>> {
  const person = personField(kind)?.id;
  if (person === undefined) return { ok: true, value: table };
  const numbers = table.rows.map((row) => {
    const named = row[person] ?? "";
    const reference = PERSON_REFERENCE.test(named);
    return idNumberIn(row[idNumberField.id]) ?? (reference ? undefined : idNumberIn(named));
  });
  const asked = numbers.filter((number) => number !== undefined);
  const answer = asked.length === 0 ? undefined : await ask("person-references", { numbers: asked });
  if (answer?.ok === false) return answer;
  const found = [...(answer?.value ?? [])];
  const rows = table.rows.map((row, at) => {
    const { [idNumberField.id]: number = "", ...rest } = row;
    const named = row[person] ?? "";
    if (numbers[at] !== undefined) return { ...rest, [person]: found.shift() ?? "" };
    if (number !== "") return { ...rest, [person]: words.bring.noNumber };
    if (named === "" || PERSON_REFERENCE.test(named)) return rest;
    return { ...rest, [person]: words.bring.nameAlone };
  });
  return { ok: true, value: { rows, lines: table.lines } };
}
