// The pack in force in this browser: the one compiled in, or a newer signed one; anything else is refused.
import baseBody from "#base-body";
import { accepted, type Result } from "../../shared/facts/errors.ts";
import type { Pack, SignedPack } from "../../shared/rules/pack.ts";
import { type Prepared, prepare } from "../../shared/rules/prepare.ts";
import { packHash, verifyPack } from "../../shared/rules/signed-pack.ts";
import { packIn } from "../../shared/rules/wire/pack-body.ts";
import type { PageState } from "../protocol/messages.ts";
import { database } from "./database.ts";
import { keepLocal, local, managed } from "./kept.ts";
import { tellTrouble } from "./trouble.ts";

interface Current {
  readonly pack: Pack;
  readonly prepared: Prepared;
}

const compiledIn = packIn(baseBody);

let current: Promise<Current> | undefined;
/** The key that enterprise policy sets, once the browser has told it. */
let policyKey: string | undefined;

/**
 * Waits for the browser's word on policy, which takes seconds after its start; true when a key came by which the pack on
 * disk is to be judged anew. Until then pages are judged by the pinned key's pack or the one compiled in.
 */
export async function policyTold(): Promise<boolean> {
  const key = (await managed()).packKey;
  if (key === undefined || key === policyKey) return false;
  policyKey = key;
  current = undefined;
  return true;
}

/** How soon a store that could not be read is asked again (ms). */
const AGAIN = 30_000;

/** The pack on disk; of a store that cannot be read none, and it is asked again later. */
const keptPack = async (): Promise<SignedPack | undefined> => {
  try {
    return await (await database()).get("pack", "current");
  } catch (cause) {
    void tellTrouble("store", cause);
    setTimeout(() => {
      current = undefined;
    }, AGAIN);
    return undefined;
  }
};

const load = async (): Promise<Current> => {
  const key = policyKey ?? (await local("packKey"));
  // Without a trusted key no pack can have been taken, and a fresh profile needs seconds to make its database.
  const kept = key === undefined ? undefined : await keptPack();
  if (kept !== undefined && key !== undefined) {
    const good = verifyPack(kept, key);
    if (good.ok) return { pack: good.value, prepared: prepare(good.value, kept.hash) };
    await keepLocal("packRefused", good.refusal.message);
  }
  return { pack: compiledIn, prepared: prepare(compiledIn, packHash(baseBody)) };
};

/** The pack in force. */
export const currentPack = (): Promise<Current> => {
  current ??= load();
  return current;
};

/** The text of the pack that lies here, whole or damaged: its words need not be sent again. */
export const heldBody = async (): Promise<string> =>
  (await (await database()).get("pack", "current"))?.body ?? baseBody;

/** Byte for byte: a hash that was copied onto other content is not the pack that is held. */
const same = (a: SignedPack, b: SignedPack | undefined): boolean =>
  a.hash === b?.hash && a.body === b.body && a.signature === b.signature && a.key === b.key;

/**
 * Takes a pushed pack into force when its signature, content and revision hold; otherwise the last good one stays and
 * the refusal is shown. The compiled-in pack has no rank of its own: any signed pack of the issuer replaces it.
 */
export async function takePack(signed: SignedPack, trustedKey: string): Promise<Result<Pack>> {
  // Without it a pack kept under the policy's key would not count, and an older one could pass for the first.
  await policyTold();
  const kept = await (await database()).get("pack", "current");
  if (kept !== undefined && same(kept, signed)) return accepted((await currentPack()).pack);
  const revision = kept === undefined ? undefined : (await currentPack()).pack.revision;
  const checked = verifyPack(signed, trustedKey, revision);
  if (!checked.ok) {
    await keepLocal("packRefused", checked.refusal.message);
    return checked;
  }
  await (await database()).put("pack", signed, "current");
  await keepLocal("packRefused", undefined);
  current = Promise.resolve({ pack: checked.value, prepared: prepare(checked.value, signed.hash) });
  return accepted(checked.value);
}

/** Forgets the received pack, as when another issuer is trusted from now on. */
export async function dropPack(): Promise<void> {
  await (await database()).delete("pack", "current");
  current = undefined;
}

/** What screens show of the pack. */
export async function packView(): Promise<PageState["pack"]> {
  const { pack } = await currentPack();
  const refused = await local("packRefused");
  return { revision: pack.revision, label: pack.label, ...(refused === undefined ? {} : { refused }) };
}
