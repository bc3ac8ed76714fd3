// Builds the national base pack and its examples from the catalogue, and keeps them where the product is built from.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import { STATUTES } from "../../shared/law/statutes.ts";
import { buildPack } from "../../shared/rules/build-pack.ts";
import { canonicalJson } from "../../shared/rules/canonical.ts";
import { lackingChecklists } from "../../shared/rules/check-checklist.ts";
import type { Pack } from "../../shared/rules/pack.ts";
import type { Rule } from "../../shared/rules/rule.ts";
import { bodyOf } from "../../shared/rules/wire/pack-body.ts";
import { basePlan } from "../../shared/time/holidays.ts";
import { ROOT, readCatalogue } from "./catalogue-files.ts";

export const PACK_FILE = join(ROOT, ".cache/pack/base.json");
/** The same as the text that is signed and sent, a JSON string: what the extension is packaged with. */
export const BODY_FILE = join(ROOT, ".cache/pack/body.json");
export const EXAMPLES_FILE = join(ROOT, ".cache/pack/examples.json");
/** Pack and rules compressed, base64: what the service carries, which reads them once in its life and starts often. */
export const CARRIED_FILE = join(ROOT, ".cache/pack/carried.json");

/** The base pack's name and day of release; the revision grows only where packs are published. */
const RELEASE = {
  issuer: "第一粒扣",
  revision: 1,
  label: "2026.11.1",
  publishedAt: "2026-11-21T00:00+08:00",
};

export interface BasePack {
  readonly pack: Pack;
  /** The rules as written, with their examples: for the studio and for checks at publishing, never for pages. */
  readonly rules: readonly Rule[];
}

/** The base pack of the catalogue below `folder`; a refusal says which file to mend and how. */
export function buildBasePack(folder?: string): Result<BasePack> {
  const catalogue = readCatalogue(folder);
  if (!catalogue.ok) return catalogue;
  const [lacking] = lackingChecklists(catalogue.value.checklists);
  if (lacking !== undefined) return refused("bad-rule", lacking);
  const pack = buildPack({ ...catalogue.value, ...RELEASE, statutes: STATUTES, holidays: basePlan });
  return pack.ok ? accepted({ pack: pack.value, rules: catalogue.value.rules }) : pack;
}

/** Writes the files; each appears whole or not at all, so that a build beside it never reads half a pack. */
export function writeBasePack({ pack, rules }: BasePack): void {
  write(PACK_FILE, canonicalJson(pack));
  write(BODY_FILE, JSON.stringify(bodyOf(pack)));
  write(EXAMPLES_FILE, canonicalJson(rules));
  write(CARRIED_FILE, JSON.stringify({ pack: carried(pack), rules: carried(rules) }));
}

const carried = (value: unknown): string => gzipSync(canonicalJson(value), { level: 9 }).toString("base64");

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  try {
    if (readFileSync(file, "utf8") === text) return;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  writeFileSync(`${file}.${process.pid}`, text);
  renameSync(`${file}.${process.pid}`, file);
}
