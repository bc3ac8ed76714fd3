// Routes of packs: the current one, its sources, trying a rule, publishing and approving.
import { accepted, refused } from "../../shared/facts/errors.ts";
import { judgingPart, wordsOf } from "../../shared/rules/wire/held-words.ts";
import type { Handlers } from "../handler.ts";

export const packRoutes = {
  pack: async ({ directory, caller }) => {
    const pack = await directory.pack(caller.member.unit);
    if (!pack.ok) return pack;
    return accepted({ pack: { ...pack.value, body: judgingPart(pack.value.body) } });
  },
  packWords: async ({ directory, caller, param }) => {
    const pack = await directory.pack(caller.member.unit);
    if (!pack.ok) return pack;
    const words = wordsOf(pack.value.body, param("hash"));
    return words === undefined
      ? refused("not-found", "现行规则包已不是这份文字，请重新取规则包", "hash")
      : accepted({ words });
  },
  packSources: async ({ directory, caller }) => accepted(await directory.packSources(caller)),
  checkRule: async ({ directory, caller, body }) => accepted(await directory.checkRule(caller, body)),
  publish: ({ directory, caller, body }) => directory.publish(caller, body),
  drafts: async ({ directory, caller }) => accepted(await directory.drafts(caller)),
  approve: ({ directory, caller, param }) => directory.approve(caller, param("id")),
} satisfies Pick<
  Handlers,
  "pack" | "packWords" | "packSources" | "checkRule" | "publish" | "drafts" | "approve"
>;
