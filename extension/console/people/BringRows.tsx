// The preview of a table: what is wrong, by line of the file, else the first rows as they will be made.
import type { VNode } from "preact";
import { Shape } from "../../look/Draw.tsx";
import { PEOPLE } from "../../words/people.ts";
import type { Table } from "./read-table.ts";

const WORDS = PEOPLE.bring;
/** Rows that are shown; the rest is counted. */
const SHOWN = 50;

interface Props {
  readonly columns: Readonly<Record<string, string>>;
  readonly table: Table;
  readonly problems: readonly { readonly row: number; readonly column: string; readonly message: string }[];
}

export function BringRows({ columns, table, problems }: Props): VNode {
  const bad = new Set(problems.map(({ row }) => row));
  const rows = table.rows
    .map((row, at) => ({ row, at, line: table.lines[at] ?? at + 1 }))
    .filter(({ at }) => bad.size === 0 || bad.has(at));
  // A table of another system has two dozen columns of which a few are filled.
  const filled = Object.entries(columns).filter(
    ([key]) => rows.some(({ row }) => row[key]) || problems.some(({ column }) => column === key),
  );
  return (
    <>
      <p role="status" class="tally">
        <Shape colour={bad.size === 0 ? "green" : "red"} size={16} />
        <strong>{bad.size === 0 ? WORDS.good(table.rows.length) : WORDS.bad(bad.size)}</strong>
      </p>
      <div class="bring-rows">
        <table class="table">
          <thead>
            <tr>
              <th class="num">{WORDS.row}</th>
              {bad.size === 0 ? null : <th>{WORDS.wrong}</th>}
              {filled.map(([key, label]) => (
                <th key={key}>{label}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN).map(({ row, at, line }) => {
              const mine = problems.filter((one) => one.row === at);
              return (
                <tr key={at}>
                  <td class="num">{line}</td>
                  {bad.size === 0 ? null : (
                    <td class="mend">{mine.map(({ message }) => message).join("；")}</td>
                  )}
                  {filled.map(([key]) => (
                    <td key={key}>
                      {mine.some(({ column }) => column === key) ? (
                        <strong>{row[key] || "—"}</strong>
                      ) : (
                        row[key]
                      )}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {rows.length > SHOWN ? <p class="sub">{WORDS.more(rows.length - SHOWN)}</p> : null}
    </>
  );
}
