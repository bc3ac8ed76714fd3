// A witness's signature beside a checkpoint (C2SP tlog-cosignature): that it saw this tree grow out of what it had seen before.
import { hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { openLine, type Signer, signatureLine } from "./note.ts";
import { STANDARD, type Suite, suiteOf } from "./suite.ts";

/** The registered type of a cosignature is Ed25519; for another suite it is its name, as the form provides. */
const typeOf = ({ id }: Suite): Uint8Array =>
  id === STANDARD.id ? Uint8Array.of(0x04) : Uint8Array.of(0xff, ...utf8ToBytes(`cosignature/v1 ${id}`));

/** The note's text is all up to the empty line before the signatures. */
const messageOf = (checkpoint: string, seconds: number): Uint8Array =>
  utf8ToBytes(`cosignature/v1\ntime ${seconds}\n${checkpoint.slice(0, checkpoint.indexOf("\n\n") + 1)}`);

/** The line to stand below a checkpoint's own signature; `seconds` since 1970 is when the witness saw it. */
export function writeCosignature(
  checkpoint: string,
  witness: string,
  signer: Signer,
  seconds: number,
): string {
  const front = new Uint8Array(8);
  new DataView(front.buffer).setBigUint64(0, BigInt(seconds));
  return signatureLine(witness, messageOf(checkpoint, seconds), signer, typeOf(signer.suite), front);
}

/** When the witness saw the checkpoint (seconds since 1970); undefined when the line is not its signature of it. */
export function openCosignature(
  line: string,
  checkpoint: string,
  witness: string,
  key: string,
  suites: readonly Suite[] = [STANDARD],
): number | undefined {
  const suite = suiteOf(key, suites);
  const opened = suite && openLine(line, witness, key, suite, typeOf(suite), 8);
  if (suite === undefined || opened === undefined) return undefined;
  const { buffer, byteOffset } = opened.front;
  const seconds = Number(new DataView(buffer, byteOffset).getBigUint64(0));
  return suite.verify(opened.signature, messageOf(checkpoint, seconds), hexToBytes(key))
    ? seconds
    : undefined;
}
