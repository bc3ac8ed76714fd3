// Routes of the statute library, over the directory that keeps the texts.
import { accepted } from "../../shared/facts/errors.ts";
import type { Handlers } from "../handler.ts";

export const statuteRoutes = {
  statutes: async ({ directory }) => accepted(await directory.statutes()),
  statuteText: ({ directory, param }) => directory.statuteText(param("hash")),
  loadStatute: ({ directory, caller, body }) => directory.loadStatute(caller, body),
  dropStatute: ({ directory, caller, param }) => directory.dropStatute(caller, param("hash")),
} satisfies Pick<Handlers, "statutes" | "statuteText" | "loadStatute" | "dropStatute">;
