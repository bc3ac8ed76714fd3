// Routes of reading drift, over the directory that keeps the hit rates.
import { accepted } from "../../shared/facts/errors.ts";
import type { Handlers } from "../handler.ts";

export const driftRoutes = {
  reportHits: ({ directory, body }) => directory.reportHits(body),
  drift: async ({ directory }) => accepted(await directory.drift()),
} satisfies Pick<Handlers, "reportHits" | "drift">;
