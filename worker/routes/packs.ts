// Routes of packs: the current one, its sources, trying a rule, publishing and approving.
import type { Reply } from "../../shared/api/contract.ts";
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import { judgingPart, wordsOf } from "../../shared/rules/wire/held-words.ts";
import type { Call, Handlers } from "../handler.ts";
import { Often } from "../often.ts";

/** Packs as they are sent, by their signature: after a publication every browser asks for the same one at the same moment. */
const sent = new Often<Reply<"pack">>();

async function packFor({ directory, caller }: Call<"pack">): Promise<Result<Reply<"pack">>> {
  const pack = await directory.pack(caller.member.unit);
  if (!pack.ok) return pack;
  return accepted({ pack: { ...pack.value, body: judgingPart(pack.value.body) } });
}

export const packRoutes = {
  pack: async (call) => {
    const name = call.caller.packSignature;
    const kept = await sent.get(name, async () => {
      const made = await packFor(call);
      // Published meanwhile, it is not the one of that name.
      return made.ok && made.value.pack.signature === name ? made.value : undefined;
    });
    return kept === undefined ? packFor(call) : accepted(kept);
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
