// Opens the pack to judge by: the base pack, or a file, signed or plain.
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Pack, SignedPack } from "../../shared/rules/pack.ts";
import { packHash, shapeOf, verifyPack } from "../../shared/rules/signed-pack.ts";
import { bodyOf, packIn } from "../../shared/rules/wire/pack-body.ts";
import { BODY_FILE, buildBasePack, writeBasePack } from "./base-pack.ts";
import { ROOT, yamlFiles } from "./catalogue-files.ts";
import { Stop } from "./stop.ts";

export interface OpenedPack {
  readonly pack: Pack;
  readonly hash: string;
}

/**
 * The base pack where no file is given. A signed file is verified, against `key` (hex) where one is given and else against
 * its own: then it is unaltered, though nothing says who signed it. Throws `Stop` on a pack that cannot be used.
 */
export function openPack(
  file: string | undefined,
  key: string | undefined,
  read: (file: string) => string,
): OpenedPack {
  if (file === undefined) return basePack();
  const text = read(file);
  const signed = signedOf(text);
  const opened =
    signed === undefined && key === undefined ? shapeOf(text) : verifyPack(signed, key ?? signed?.key ?? "");
  if (!opened.ok) throw new Stop(`规则包 ${file}：${opened.refusal.message}（${opened.refusal.code}）`);
  return { pack: opened.value, hash: packHash(signed?.body ?? bodyOf(opened.value)) };
}

function signedOf(text: string): SignedPack | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && "body" in value ? (value as SignedPack) : undefined;
  } catch {
    // No JSON at all: `shapeOf` says so in its own words.
    return undefined;
  }
}

/** The built base pack; built anew where it is missing or older than the catalogue. */
function basePack(): OpenedPack {
  if (isFresh()) {
    const body = JSON.parse(readFileSync(BODY_FILE, "utf8")) as string;
    return { pack: packIn(body), hash: packHash(body) };
  }
  const built = buildBasePack();
  if (!built.ok) throw new Stop(`基础规则包没有生成：${built.refusal.message}`);
  writeBasePack(built.value);
  return { pack: built.value.pack, hash: packHash(bodyOf(built.value.pack)) };
}

function isFresh(): boolean {
  const at = statSync(BODY_FILE, { throwIfNoEntry: false })?.mtimeMs;
  if (at === undefined) return false;
  return yamlFiles(join(ROOT, "shared/rules")).every((file) => statSync(file).mtimeMs < at);
}
