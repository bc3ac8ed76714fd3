// A signed checkpoint: size and root of a unit's tree as a C2SP tlog-checkpoint, signed by the unit's key.
import { ed25519 } from "@noble/curves/ed25519.js";
import { hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { accepted, type Result, refused } from "../facts/errors.ts";
import { fromBase64, toBase64 } from "./base64.ts";
import { openLine, type Signer, signatureLine } from "./note.ts";
import { STANDARD, type Suite, suiteOf } from "./suite.ts";
import type { Hash } from "./tree.ts";

export interface Checkpoint {
  /** Whose tree it is, also the name of the key: `first-button/<unit>`. */
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
}

/** A checkpoint whose signature holds, with what it is hashed and signed by. */
export interface OpenCheckpoint extends Checkpoint {
  readonly suite: Suite;
}

/** Origin line of a unit's ledger; the unit's id is percent-encoded because a key's name has no spaces or plus signs. */
export const originOf = (unit: string): string => `first-button/${encodeURIComponent(unit)}`;

/** The note's text; the line after the root is an extension of the form and names the algorithms. */
const textOf = ({ origin, size, root }: Checkpoint, { id }: Suite): string =>
  `${origin}\n${size}\n${toBase64(root)}\nsuite ${id}\n`;

/** The signed note over a checkpoint. */
export function writeCheckpoint(point: Checkpoint, signer: Signer): string {
  const text = textOf(point, signer.suite);
  return `${text}\n${signatureLine(point.origin, utf8ToBytes(text), signer)}`;
}

/** The same in plain JavaScript from the 32-byte Ed25519 seed; a runtime's own signer is much faster. */
export const signCheckpoint = (point: Checkpoint, secret: Uint8Array): string =>
  writeCheckpoint(point, {
    suite: STANDARD,
    key: ed25519.getPublicKey(secret),
    sign: (message) => ed25519.sign(message, secret),
  });

/** The suite line is missing in checkpoints of before there was a choice: those are of the standard suite. */
const SHAPE =
  /^(([^\n]+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n(?:suite ([a-z0-9-]+)\n)?)\n(— \S+ [A-Za-z0-9+/=]+\n)$/;

/**
 * The checkpoint in a signed note, when it is signed by `key` (hex) as `origin` with the suite of that key. Refuses with
 * `bad-signature`: other forms, other origins, a missing or a second signature, an altered size or root, other algorithms
 * than the key's. `suites` are those that this reader can check.
 */
export function openCheckpoint(
  note: string,
  origin: string,
  key: string,
  suites: readonly Suite[] = [STANDARD],
): Result<OpenCheckpoint> {
  const m = SHAPE.exec(note);
  if (m === null) return refused("bad-signature", "检查点的格式不符,或者没有签名");
  const [, text = "", of = "", size = "", root = "", named = STANDARD.id, line = ""] = m;
  if (of !== origin) return refused("bad-signature", "检查点不是本单位台账的");
  const suite = suiteOf(key, suites);
  if (suite === undefined) return refused("bad-signature", "检查点的公钥不能识别");
  if (named !== suite.id)
    return refused("bad-signature", `检查点自称用 ${named},而本台账的密钥属于 ${suite.id}:算法不能更换`);
  const signed = openLine(line, origin, key, suite);
  const hash = fromBase64(root);
  const whole = signed !== undefined && hash !== undefined && Number.isSafeInteger(Number(size));
  if (!whole || !suite.verify(signed.signature, utf8ToBytes(text), hexToBytes(key)))
    return refused("bad-signature", "检查点的签名不符");
  return accepted({ origin, size: Number(size), root: hash, suite });
}
