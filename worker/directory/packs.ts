// The packs that the root unit has published, the key that signs them, and the count of revisions, which only grows.
import { ed25519 } from "@noble/curves/ed25519.js";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import type { Pack, SignedPack } from "../../shared/rules/pack.ts";
import { signPack } from "../../shared/rules/signed-pack.ts";
import { packIn } from "../../shared/rules/wire/pack-body.ts";
import { chance } from "../chance.ts";
import { iso, row, run, settingOr } from "../sql.ts";
import { basePack } from "./base.ts";
import { seedSources } from "./sources.ts";

export const secretOf = (sql: SqlStorage): string => settingOr(sql, "pack-secret", () => chance(32));

/** Public half of the pack key, hex. */
export const packKeyOf = (sql: SqlStorage): string =>
  bytesToHex(ed25519.getPublicKey(hexToBytes(secretOf(sql))));

interface Publication {
  readonly by: string;
  readonly say: string;
  readonly now: number;
}

/** Signs a pack and keeps it; a revision that is there already makes the insert fail. */
export function keepPack(sql: SqlStorage, pack: Pack, { by, say, now }: Publication): SignedPack {
  const signed = signPack(pack, secretOf(sql));
  run(
    sql,
    "INSERT INTO packs (revision, label, body, key, signature, hash, by, say, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    pack.revision,
    pack.label,
    signed.body,
    signed.key,
    signed.signature,
    signed.hash,
    by,
    say,
    now,
  );
  return signed;
}

/** At the first start the base pack of this program becomes the first revision. */
export function seedPack(sql: SqlStorage, now: number): void {
  if (row(sql, "SELECT 1 FROM packs LIMIT 1") !== undefined) return;
  const base = basePack();
  seedSources(sql, base);
  keepPack(sql, base, { by: "object", say: "随程序发布的基础规则包", now });
}

export interface StoredPack extends SignedPack {
  readonly revision: number;
  readonly label: string;
  readonly by: string;
}

/** The pack that the root unit has published last: what every unit's layers lie upon. */
export function currentPack(sql: SqlStorage): StoredPack {
  const pack = row<StoredPack>(
    sql,
    "SELECT revision, label, body, key, signature, hash, by FROM packs ORDER BY revision DESC LIMIT 1",
  );
  if (pack === undefined) throw new Error("the directory has no pack");
  return pack;
}

/** The content of a stored pack. */
export const contentOf = ({ body }: Pick<StoredPack, "body">): Pack => packIn(body);

/** Which pack it is, without its body. */
export type NamedPack = Pick<StoredPack, "revision" | "hash" | "signature">;

/** Which pack the root unit has published last. */
export function currentRevision(sql: SqlStorage): NamedPack {
  const pack = row<NamedPack>(
    sql,
    "SELECT revision, hash, signature FROM packs ORDER BY revision DESC LIMIT 1",
  );
  return pack ?? { revision: 0, hash: "", signature: "" };
}

/** One count for the packs and the layers of all units, so that what holds in a unit grows with each that concerns it. */
export const nextRevision = (sql: SqlStorage): number =>
  1 +
  (row<{ n: number }>(
    sql,
    "SELECT max((SELECT max(revision) FROM packs), ifnull((SELECT max(revision) FROM layers), 0)) AS n",
  )?.n ?? 0);

/** 2026.11.3: year and month at +08:00, then the revision. */
export const labelOf = (now: number, revision: number): string => {
  const day = iso(now + 8 * 3_600_000);
  return `${day.slice(0, 4)}.${Number(day.slice(5, 7))}.${revision}`;
};
