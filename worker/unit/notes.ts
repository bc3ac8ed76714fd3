// Notes of legal officers and their way: open → replied or fixed → closed, every step an entry.
import type { Body } from "../../shared/api/contract.ts";
import type { Note } from "../../shared/api/shapes.ts";
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import type { Caller } from "../caller.ts";
import { chance } from "../chance.ts";
import { iso, row, rows, run } from "../sql.ts";
import type { Act } from "./act.ts";

export const notesOf = (sql: SqlStorage, caseKey: string): Note[] =>
  rows<{ json: string }>(sql, "SELECT json FROM notes WHERE case_key = ? ORDER BY place", caseKey).map(
    ({ json }) => JSON.parse(json) as Note,
  );

function keepNote(act: Act, note: Note, place: number): void {
  run(
    act.sql,
    "INSERT INTO notes (id, case_key, place, state, json) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET state = excluded.state, json = excluded.json",
    note.id,
    note.caseKey,
    place,
    note.state,
    JSON.stringify(note),
  );
  act.push({ type: "note", caseKey: note.caseKey, note });
}

/** A new note. Its text lies outside the tree; the query of the page's address, which may name people, is cut off. */
export function createNote(
  act: Act,
  { member }: Caller,
  caseKey: string,
  body: Body<"createNote">,
): Result<{ note: Note }> {
  const anchor = { ...body.anchor, url: body.anchor.url.split(/[?#]/)[0] ?? "" };
  const { id: by, name: byName } = member;
  const note: Note = {
    ...body,
    anchor,
    id: `n${chance(8)}`,
    caseKey,
    by,
    byName,
    at: iso(act.now),
    state: "open",
    replies: [],
  };
  const about = {
    note: note.id,
    noteKind: body.kind,
    clause: body.clause,
    due: body.due,
    field: anchor.field,
  };
  const place = act.append({ kind: "noted", by, byName, caseKey, body: about, outside: body.said });
  keepNote(act, note, place);
  return accepted({ note });
}

function find(sql: SqlStorage, caseKey: string, id: string): Result<Note> {
  const found = row<{ json: string }>(
    sql,
    "SELECT json FROM notes WHERE id = ? AND case_key = ?",
    id,
    caseKey,
  );
  if (found === undefined) return refused("not-found", "没有找到这条批注");
  const note = JSON.parse(found.json) as Note;
  return note.state === "closed" ? refused("conflict", "这条批注已经办结") : accepted(note);
}

/** An answer to a note; `fixed` says that the matter is mended. */
export function replyNote(
  act: Act,
  { member }: Caller,
  caseKey: string,
  id: string,
  { said, fixed }: Body<"replyNote">,
): Result<{ note: Note }> {
  const found = find(act.sql, caseKey, id);
  if (!found.ok) return found;
  const { id: by, name: byName } = member;
  const note: Note = {
    ...found.value,
    state: fixed ? "fixed" : found.value.state === "fixed" ? "fixed" : "replied",
    replies: [...found.value.replies, { by, byName, at: iso(act.now), said, fixed }],
  };
  const place = act.append({
    kind: "replied",
    by,
    byName,
    caseKey,
    body: { note: id, fixed },
    outside: said,
  });
  keepNote(act, note, place);
  return accepted({ note });
}

/** Closes a note; whoever reported the matter mended may not be the one who finds it so. */
export function closeNote(
  act: Act,
  { member }: Caller,
  caseKey: string,
  id: string,
  { said }: Body<"closeNote">,
): Result<{ note: Note }> {
  const found = find(act.sql, caseKey, id);
  if (!found.ok) return found;
  const { id: by, name: byName } = member;
  if (found.value.replies.some((reply) => reply.fixed && reply.by === by)) {
    return refused("not-allowed", "回复已整改的人不能自己办结,请由他人核查");
  }
  const note: Note = { ...found.value, state: "closed", closed: { by, byName, at: iso(act.now), said } };
  const place = act.append({ kind: "note-closed", by, byName, caseKey, body: { note: id }, outside: said });
  keepNote(act, note, place);
  return accepted({ note });
}
