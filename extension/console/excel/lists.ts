// The console's other lists as spreadsheet tables: cases, notes, reminders.

import type { Reply } from "../../../shared/api/contract.ts";
import { partsOfKey } from "../../../shared/facts/case-key.ts";
import type { CaseNote } from "../../../shared/supervision/note.ts";
import { words } from "../../words/console-cases.ts";
import { words as WORDS } from "../../words/health.ts";
import { STATE } from "../../words/panel.ts";
import { asColour } from "../parts/State.tsx";
import { stamp, type Table, tableOf } from "./table.ts";

const iso = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : stamp(Date.parse(text));

export const casesTable = (cases: Reply<"cases">["cases"]): Table =>
  tableOf<Reply<"cases">["cases"][number]>(
    words.title,
    [
      { head: words.columns.state, width: 8, of: ({ colour }) => STATE[asColour(colour)] },
      { head: words.columns.case, width: 28, of: ({ number }) => number },
      { head: words.columns.platform, width: 16, of: ({ platform }) => platform },
      { head: STATE.red, width: 8, of: ({ red }) => red },
      { head: STATE.orange, width: 8, of: ({ orange }) => orange },
      { head: STATE.grey, width: 8, of: ({ unknown }) => unknown },
      { head: words.columns.notes, width: 8, of: ({ notes }) => notes },
      { head: words.columns.due, width: 18, of: ({ nextDue }) => stamp(nextDue ?? undefined) },
      { head: words.columns.updated, width: 18, of: ({ updatedAt }) => stamp(updatedAt) },
    ],
    cases,
  );

export const notesTable = (notes: readonly CaseNote[]): Table =>
  tableOf<CaseNote>(
    words.allNotes.title,
    [
      { head: words.allNotes.columns.state, width: 12, of: ({ state }) => words.notes.state[state] },
      { head: "类别", width: 8, of: ({ kind }) => kind },
      { head: words.allNotes.columns.said, width: 50, of: ({ said }) => said },
      {
        head: words.allNotes.columns.case,
        width: 28,
        of: ({ caseKey }) => partsOfKey(caseKey).number,
      },
      { head: words.allNotes.columns.by, width: 12, of: ({ byName }) => byName },
      { head: "写于", width: 18, of: ({ at }) => iso(at) },
      { head: words.allNotes.columns.due, width: 18, of: ({ due }) => iso(due) },
      {
        head: words.notes.reply,
        width: 50,
        of: ({ replies }) => replies.map((one) => `${one.byName}：${one.said}`).join("；"),
      },
    ],
    notes,
  );

export const remindersTable = (reminders: Reply<"reminders">["reminders"]): Table =>
  tableOf<Reply<"reminders">["reminders"][number]>(
    WORDS.reminders,
    [
      { head: WORDS.state, width: 8, of: ({ colour }) => STATE[colour] },
      { head: WORDS.what, width: 40, of: ({ title }) => title },
      { head: WORDS.case, width: 28, of: ({ caseKey }) => partsOfKey(caseKey).number },
      { head: WORDS.due, width: 18, of: ({ due }) => stamp(due) },
      { head: WORDS.at, width: 18, of: ({ at }) => stamp(at) },
      { head: words.ticks.done, width: 12, of: ({ signed }) => signed?.byName },
    ],
    reminders,
  );
