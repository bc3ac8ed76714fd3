// A signed checkpoint: size and root of a unit's tree as a C2SP tlog-checkpoint, signed by the unit's Ed25519 key.
import { ed25519 } from "@noble/curves/ed25519.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { accepted, type Result, refused } from "../facts/errors.ts";
import { fromBase64, toBase64 } from "./base64.ts";
import type { Hash } from "./tree.ts";

export interface Checkpoint {
  /** Whose tree it is, also the name of the key: `first-button/<unit>`. */
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
}

/** Origin line of a unit's ledger; the unit's id is percent-encoded because a key's name has no spaces or plus signs. */
export const originOf = (unit: string): string => `first-button/${encodeURIComponent(unit)}`;

const ED25519 = Uint8Array.of(0x0a, 0x01);
const keyId = (name: string, key: Uint8Array): Uint8Array =>
  sha256(concatBytes(utf8ToBytes(name), ED25519, key)).slice(0, 4);

const bodyOf = (point: Checkpoint): string => `${point.origin}\n${point.size}\n${toBase64(point.root)}\n`;

/** Whoever can sign for a unit: the public key and a signature over bytes, Ed25519. */
export interface Signer {
  readonly key: Uint8Array;
  readonly sign: (message: Uint8Array) => Uint8Array;
}

/** The signed note over a checkpoint. */
export function writeCheckpoint(point: Checkpoint, { key, sign }: Signer): string {
  const body = bodyOf(point);
  const line = concatBytes(keyId(point.origin, key), sign(utf8ToBytes(body)));
  return `${body}\n— ${point.origin} ${toBase64(line)}\n`;
}

/** The same in plain JavaScript from the 32-byte Ed25519 seed; a runtime's own signer is much faster. */
export const signCheckpoint = (point: Checkpoint, secret: Uint8Array): string =>
  writeCheckpoint(point, {
    key: ed25519.getPublicKey(secret),
    sign: (message) => ed25519.sign(message, secret),
  });

const SHAPE = /^([^\n]+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n\n— (\S+) ([A-Za-z0-9+/=]+)\n$/;

/**
 * The checkpoint in a signed note, when it is signed by `key` (hex) as `origin`. Refuses with `bad-signature`:
 * other forms, other origins, a missing or a second signature, an altered size or root.
 */
export function openCheckpoint(note: string, origin: string, key: string): Result<Checkpoint> {
  const m = SHAPE.exec(note);
  if (m === null) return refused("bad-signature", "检查点的格式不符,或者没有签名");
  const [, of = "", size = "", root = "", signer = "", line = ""] = m;
  if (of !== origin || signer !== origin) return refused("bad-signature", "检查点不是本单位台账的");
  const [hash, signed] = [fromBase64(root), fromBase64(line)];
  if (hash === undefined || signed === undefined || signed.length !== 68 || !/^[0-9a-f]{64}$/.test(key)) {
    return refused("bad-signature", "检查点的签名不完整");
  }
  const point: Checkpoint = { origin, size: Number(size), root: hash };
  const pub = hexToBytes(key);
  const sameKey = bytesToHex(signed.slice(0, 4)) === bytesToHex(keyId(origin, pub));
  if (!Number.isSafeInteger(point.size) || !sameKey || !holds(signed.slice(4), bodyOf(point), pub)) {
    return refused("bad-signature", "检查点的签名不符");
  }
  return accepted(point);
}

/** The library throws on a key that is no curve point; for a reader that is simply a signature that does not hold. */
function holds(signature: Uint8Array, body: string, key: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, utf8ToBytes(body), key, { zip215: false });
  } catch {
    return false;
  }
}
