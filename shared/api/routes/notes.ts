// Routes of notes: writing one, answering it, closing it.
import * as v from "valibot";
import { route } from "../route.ts";
import { Note, NoteIn } from "../shapes.ts";
import { said, writers } from "./bounds.ts";

export const notesRoutes = {
  createNote: route({
    method: "POST",
    path: "/v1/cases/:key/notes",
    roles: ["legal", "leader"],
    say: "在宿主页面的一处写批注",
    body: NoteIn,
    reply: v.strictObject({ note: Note }),
  }),
  replyNote: route({
    method: "POST",
    path: "/v1/cases/:key/notes/:id/replies",
    roles: writers,
    say: "回复批注",
    body: v.strictObject({ said, fixed: v.boolean() }),
    reply: v.strictObject({ note: Note }),
  }),
  closeNote: route({
    method: "POST",
    path: "/v1/cases/:key/notes/:id/close",
    roles: ["legal", "leader"],
    say: "办结批注",
    body: v.strictObject({ said }),
    reply: v.strictObject({ note: Note }),
  }),
} as const;
