// Routes of packs: the current one, its sources, trying a rule, publishing and approving.
import { accepted } from "../../shared/facts/errors.ts";
import { withoutWords } from "../../shared/rules/wire/held-words.ts";
import type { Handlers } from "../handler.ts";

export const packRoutes = {
  pack: async ({ directory, caller, query }) => {
    const pack = await directory.pack(caller.member.unit);
    if (!pack.ok) return pack;
    return accepted({ pack: { ...pack.value, body: withoutWords(pack.value.body, query.words) } });
  },
  packSources: async ({ directory, caller }) => accepted(await directory.packSources(caller)),
  checkRule: async ({ directory, caller, body }) => accepted(await directory.checkRule(caller, body)),
  publish: ({ directory, caller, body }) => directory.publish(caller, body),
  drafts: async ({ directory, caller }) => accepted(await directory.drafts(caller)),
  approve: ({ directory, caller, param }) => directory.approve(caller, param("id")),
} satisfies Pick<Handlers, "pack" | "packSources" | "checkRule" | "publish" | "drafts" | "approve">;
