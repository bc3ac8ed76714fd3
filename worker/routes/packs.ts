// Routes of packs: the current one, its sources, trying a rule, publishing and approving.
import { accepted } from "../../shared/facts/errors.ts";
import type { Handlers } from "../handler.ts";

export const packRoutes = {
  pack: async ({ directory }) => {
    const pack = await directory.pack();
    return pack.ok ? accepted({ pack: { ...pack.value } }) : pack;
  },
  packSources: async ({ directory }) => accepted(await directory.packSources()),
  checkRule: async ({ directory, body }) => accepted(await directory.checkRule(body.rule)),
  publish: ({ directory, caller, body }) => directory.publish(caller, body),
  drafts: async ({ directory }) => accepted(await directory.drafts()),
  approve: ({ directory, caller, param }) => directory.approve(caller, param("id")),
} satisfies Pick<Handlers, "pack" | "packSources" | "checkRule" | "publish" | "drafts" | "approve">;
