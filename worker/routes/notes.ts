// Routes of notes: writing one, answering it, closing it.
import type { Handlers } from "../handler.ts";
import { openHomeOf } from "./cases.ts";

export const noteRoutes = {
  createNote: async (call) => {
    const home = await openHomeOf(call);
    return home.ok ? home.value.createNote(call.caller, call.param("key"), call.body) : home;
  },
  replyNote: async (call) => {
    const home = await openHomeOf(call);
    return home.ok ? home.value.replyNote(call.caller, call.param("key"), call.param("id"), call.body) : home;
  },
  closeNote: async (call) => {
    const home = await openHomeOf(call);
    return home.ok ? home.value.closeNote(call.caller, call.param("key"), call.param("id"), call.body) : home;
  },
} satisfies Pick<Handlers, "createNote" | "replyNote" | "closeNote">;
