// The packed extension that this deployment hands to its browsers: one file, of one key, replaced only by a newer version.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes } from "@noble/hashes/utils.js";
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import type { OpenedPackage } from "../package/open-package.ts";
import { row, rows, run } from "../sql.ts";

/** A row of the database holds at most two million bytes. */
const PART = 1_000_000;

export interface KeptRelease {
  readonly id: string;
  readonly version: string;
  /** Of the .crx file, hex. */
  readonly sha256: string;
  /** Of the .crx file, bytes. */
  readonly size: number;
}

/** The release that is served; undefined before the first. */
export const currentRelease = (sql: SqlStorage): KeptRelease | undefined =>
  row<KeptRelease>(sql, "SELECT id, version, sha256, size FROM releases ORDER BY n DESC LIMIT 1");

/** The file of the release with this hash; undefined when another is served by now. */
export function releaseFile(sql: SqlStorage): Uint8Array | undefined {
  const parts = rows<{ bytes: ArrayBuffer }>(sql, "SELECT bytes FROM release_parts ORDER BY part");
  return parts.length === 0 ? undefined : concatBytes(...parts.map(({ bytes }) => new Uint8Array(bytes)));
}

const numbers = (version: string): readonly number[] => version.split(".").map(Number);

/** Whether version `a` comes after `b`, number by number, as browsers compare them. */
export function isNewer(a: string, b: string): boolean {
  const [left, right] = [numbers(a), numbers(b)];
  for (let i = 0; i < 4; i += 1) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

/**
 * Takes a checked package as the one that is served; who published each version stays on record. Refuses with `conflict` a
 * package of another key (browsers would take it for another extension) and a version that is not newer; the same file
 * again is accepted and changes nothing.
 */
export function keepRelease(
  sql: SqlStorage,
  by: { readonly id: string; readonly name: string },
  { id, version, crx }: OpenedPackage,
  now: number,
): Result<KeptRelease> {
  const release: KeptRelease = { id, version, sha256: bytesToHex(sha256(crx)), size: crx.length };
  const before = currentRelease(sql);
  if (before?.sha256 === release.sha256) return accepted(before);
  if (before !== undefined && before.id !== id)
    return refused("conflict", `这个包由另一把密钥签名，扩展 ID 应为 ${before.id}，请用原来的密钥重新打包`);
  if (before !== undefined && !isNewer(version, before.version))
    return refused("conflict", `版本须高于现有的 ${before.version}，否则浏览器不会更新`);
  run(
    sql,
    "INSERT INTO releases (id, version, sha256, size, by, by_name, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
    id,
    version,
    release.sha256,
    release.size,
    by.id,
    by.name,
    now,
  );
  run(sql, "DELETE FROM release_parts");
  for (let part = 0; part * PART < crx.length; part += 1)
    run(
      sql,
      "INSERT INTO release_parts (part, bytes) VALUES (?, ?)",
      part,
      crx.slice(part * PART, (part + 1) * PART).buffer as ArrayBuffer,
    );
  return accepted(release);
}
