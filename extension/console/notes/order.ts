// The order of notes: open before closed, then by the day until which they are to be mended.
import type { CaseNote } from "../../../shared/supervision/note.ts";

const dueOf = ({ due }: CaseNote): number => (due === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(due));

export const byDue = (a: CaseNote, b: CaseNote): number =>
  Number(a.state === "closed") - Number(b.state === "closed") ||
  dueOf(a) - dueOf(b) ||
  Date.parse(b.at) - Date.parse(a.at);

/** Whether it is still open after its day. */
export const overdue = (note: CaseNote, now: number): boolean => note.state !== "closed" && dueOf(note) < now;
