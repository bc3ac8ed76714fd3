// The table of running measures on screen and on paper, and the same as a spreadsheet.
import type { VNode } from "preact";
import { pathLabel } from "../../../shared/dictionary/words.ts";
import { remainingText } from "../../../shared/time/format.ts";
import { words } from "../../words/console-desk.ts";
import { STATE } from "../../words/panel.ts";
import { useOpenCase } from "../desk/open-case.ts";
import { stamp, type Table, tableOf } from "../excel/table.ts";
import { Icon } from "../parts/Icon.tsx";
import { State } from "../parts/State.tsx";
import { hashOf } from "../route.ts";
import { whenText } from "../when.ts";
import type { CustodyRow } from "./rows.ts";

const WORDS = words.custody;
const { columns } = WORDS;

const whoText = ({ name, person }: CustodyRow): string =>
  name ?? (person === undefined ? WORDS.noPerson : WORDS.reference(person));

const doubt = ({ followedBy, endUnread, missing, until }: CustodyRow): string | undefined =>
  followedBy !== undefined
    ? WORDS.followed(followedBy)
    : endUnread
      ? WORDS.endUnread
      : until === undefined && missing.length > 0
        ? words.desk.missing(missing.map((path) => `“${pathLabel(path)}”`).join("、"))
        : undefined;

export function CustodyTable({ rows, now }: { rows: readonly CustodyRow[]; now: number }): VNode {
  const openCase = useOpenCase();
  return (
    <table class="table custody">
      <thead>
        <tr>
          <th>{columns.state}</th>
          <th>{columns.person}</th>
          <th>{columns.kind}</th>
          <th>{columns.case}</th>
          <th class="num">{columns.started}</th>
          <th class="num">{columns.until}</th>
          <th class="num">{columns.left}</th>
          <th>{columns.next}</th>
          <th>{columns.by}</th>
          <th class="no-paper">
            <span class="unseen">{words.desk.open}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.caseKey} ${row.on}`} class={row.colour === "red" ? "grave" : ""}>
            <td>
              <State colour={row.colour}>
                {row.colour === "red" ? WORDS.over : row.colour === "grey" ? WORDS.notCounted : undefined}
              </State>
            </td>
            <td class={row.name === undefined ? "blank" : ""}>{whoText(row)}</td>
            <td>
              <strong>{row.kind}</strong>
              {row.house === undefined ? null : <p class="sub">{WORDS.house(row.house)}</p>}
            </td>
            <td>
              <a href={hashOf("cases", row.caseKey)} data-row>
                {row.number}
              </a>
              {row.what === undefined ? null : <p class="sub">{row.what}</p>}
            </td>
            <td class="num">{row.started === undefined ? "—" : whenText(row.started, now)}</td>
            <td class="num">
              {row.until === undefined ? "—" : whenText(row.until, now)}
              {row.from === "page" ? <p class="sub">{WORDS.byPage}</p> : null}
            </td>
            <td class={`num left ${row.colour}`}>
              {row.until === undefined ? "—" : remainingText(row.until, now)}
            </td>
            <td class="next">
              {row.next === undefined ? (
                <span class="sub">{row.until === undefined ? "—" : WORDS.noNext}</span>
              ) : (
                <>
                  <span class={`left ${row.next.finding.colour}`}>{row.next.title}</span>
                  <p class="sub">{row.next.fix}</p>
                </>
              )}
              {doubt(row) === undefined ? null : <p class="sub">{doubt(row)}</p>}
            </td>
            <td>{row.handler}</td>
            <td class="no-paper">
              <button
                type="button"
                class="button text small"
                aria-label={words.desk.openLabel(row.number)}
                onClick={() => void openCase(row)}
              >
                {words.desk.open}
                <Icon name="external" size={14} />
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The rows as a spreadsheet; a name stands in it only where this browser has read it. */
export const custodyTable = (rows: readonly CustodyRow[], now: number): Table =>
  tableOf<CustodyRow>(
    WORDS.title,
    [
      { head: columns.state, width: 8, of: ({ colour }) => (colour === "red" ? WORDS.over : STATE[colour]) },
      { head: columns.person, width: 14, of: whoText },
      { head: columns.kind, width: 12, of: ({ kind }) => kind },
      { head: columns.case, width: 26, of: ({ number }) => number },
      { head: words.sheet.what, width: 14, of: ({ what }) => what },
      { head: columns.started, width: 18, of: ({ started }) => stamp(started) },
      { head: columns.until, width: 18, of: ({ until }) => stamp(until) },
      {
        head: columns.left,
        width: 16,
        of: ({ until }) => (until === undefined ? undefined : remainingText(until, now)),
      },
      { head: columns.next, width: 40, of: ({ next }) => next?.title },
      { head: words.desk.more.fix, width: 50, of: (row) => row.next?.fix ?? doubt(row) },
      { head: columns.by, width: 12, of: ({ handler }) => handler },
    ],
    rows,
  );
