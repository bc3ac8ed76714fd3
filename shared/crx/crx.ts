// The CRX3 file by which Chromium browsers install a packed extension: written around a signature, taken apart again.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { accepted, type Result, refused } from "../facts/errors.ts";

/** First bytes of every such file. */
const MAGIC = utf8ToBytes("Cr24");
const VERSION = 3;
/** What is signed begins with this, so that the signature can mean nothing else. */
const CONTEXT = utf8ToBytes("CRX3 SignedData\0");
/** Longest header that is read, bytes; one key and one signature take about 600. */
const LONGEST_HEADER = 16_384;
/** Fields of the header's protocol buffer. */
const FIELD = { proofs: 2, publicKey: 1, signature: 2, signedData: 10_000, id: 1 } as const;

export interface Crx {
  /** Public key, DER (SubjectPublicKeyInfo). */
  readonly publicKey: Uint8Array;
  /** RSASSA-PKCS1-v1_5 with SHA-256 over `crxMessage`. */
  readonly signature: Uint8Array;
  readonly zip: Uint8Array;
}

const uint32 = (n: number): Uint8Array => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, n, true);
  return bytes;
};

const varint = (n: number): Uint8Array => {
  const bytes: number[] = [];
  for (; n > 127; n = Math.floor(n / 128)) bytes.push((n % 128) | 128);
  return Uint8Array.from([...bytes, n]);
};

const field = (number: number, value: Uint8Array): Uint8Array =>
  concatBytes(varint(number * 8 + 2), varint(value.length), value);

const idBytes = (publicKey: Uint8Array): Uint8Array => sha256(publicKey).slice(0, 16);

/** The extension's id that a public key (DER) gives: 32 letters a to p. */
export const crxId = (publicKey: Uint8Array): string =>
  bytesToHex(idBytes(publicKey)).replace(/./g, (digit) => "abcdefghijklmnop"[Number.parseInt(digit, 16)]!);

const signedData = (publicKey: Uint8Array): Uint8Array => field(FIELD.id, idBytes(publicKey));

/** The bytes that the owner of the key signs for this archive. */
export function crxMessage(publicKey: Uint8Array, zip: Uint8Array): Uint8Array {
  const data = signedData(publicKey);
  return concatBytes(CONTEXT, uint32(data.length), data, zip);
}

/** The file: magic, version, header with key and signature, archive. */
export function writeCrx({ publicKey, signature, zip }: Crx): Uint8Array {
  const proof = concatBytes(field(FIELD.publicKey, publicKey), field(FIELD.signature, signature));
  const header = concatBytes(field(FIELD.proofs, proof), field(FIELD.signedData, signedData(publicKey)));
  return concatBytes(MAGIC, uint32(VERSION), uint32(header.length), header, zip);
}

/** The length-delimited fields of a protocol buffer, first of each number; undefined when it is none. */
function fieldsOf(bytes: Uint8Array): ReadonlyMap<number, Uint8Array> | undefined {
  const found = new Map<number, Uint8Array>();
  let at = 0;
  const number = (): number => {
    let [value, factor] = [0, 1];
    for (;;) {
      const byte = bytes[at++];
      if (byte === undefined || factor > 2 ** 28) return Number.NaN;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
      factor *= 128;
    }
  };
  while (at < bytes.length) {
    const tag = number();
    const length = number();
    if (tag % 8 !== 2 || !(at + length <= bytes.length)) return undefined;
    const name = Math.floor(tag / 8);
    if (!found.has(name)) found.set(name, bytes.slice(at, at + length));
    at += length;
  }
  return found;
}

const same = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);

const bad = refused("bad-shape", "不是完整的 .crx 文件（CRX3），请用打包命令重新生成");

/**
 * Takes such a file apart; refuses with `bad-shape` what is none, or whose id is not that of its key. The signature is not
 * checked here: verify `signature` over `crxMessage`.
 */
export function openCrx(bytes: Uint8Array): Result<Crx> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || !same(bytes.slice(0, 4), MAGIC) || view.getUint32(4, true) !== VERSION) return bad;
  const size = view.getUint32(8, true);
  if (size > LONGEST_HEADER || 12 + size > bytes.length) return bad;
  const header = fieldsOf(bytes.slice(12, 12 + size));
  const proof = fieldsOf(header?.get(FIELD.proofs) ?? new Uint8Array());
  const [publicKey, signature] = [proof?.get(FIELD.publicKey), proof?.get(FIELD.signature)];
  const data = header?.get(FIELD.signedData);
  if (publicKey === undefined || signature === undefined || data === undefined) return bad;
  if (!same(data, signedData(publicKey))) return bad;
  return accepted({ publicKey, signature, zip: bytes.slice(12 + size) });
}
