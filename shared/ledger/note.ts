// C2SP signed notes: a text, an empty line, and one signature line per key; here the lines, their keys and their checks.
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { fromBase64, toBase64 } from "./base64.ts";
import type { Suite } from "./suite.ts";

/** Whoever can sign: the suite, the public key and a signature over bytes. */
export interface Signer {
  readonly suite: Suite;
  readonly key: Uint8Array;
  readonly sign: (message: Uint8Array) => Uint8Array;
}

/** Four bytes that tell a reader which of its keys a line is for: of the name, the signature's type and the key. */
const keyId = (name: string, type: Uint8Array, key: Uint8Array, { hash }: Suite): Uint8Array =>
  hash(concatBytes(utf8ToBytes(name), Uint8Array.of(0x0a), type, key)).slice(0, 4);

/** `— name base64(id ‖ front ‖ signature)` with its line end; `front` is what the type puts before the signature. */
export function signatureLine(
  name: string,
  message: Uint8Array,
  { suite, key, sign }: Signer,
  type: Uint8Array = suite.type,
  front: Uint8Array = new Uint8Array(),
): string {
  return `— ${name} ${toBase64(concatBytes(keyId(name, type, key, suite), front, sign(message)))}\n`;
}

const LINE = /^— (\S+) ([A-Za-z0-9+/=]+)\n$/;

/** What a signature line holds when it is of this name, type and key; undefined for every other line. */
export function openLine(
  line: string,
  name: string,
  key: string,
  suite: Suite,
  type: Uint8Array = suite.type,
  front = 0,
): { readonly front: Uint8Array; readonly signature: Uint8Array } | undefined {
  const [, signer, text = ""] = LINE.exec(line) ?? [];
  const bytes = fromBase64(text);
  if (signer !== name || bytes === undefined || bytes.length !== 4 + front + 64 || !suite.key.test(key))
    return undefined;
  const id = keyId(name, type, hexToBytes(key), suite);
  if (bytesToHex(id) !== bytesToHex(bytes.slice(0, 4))) return undefined;
  return { front: bytes.slice(4, 4 + front), signature: bytes.slice(4 + front) };
}
