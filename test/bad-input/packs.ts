// Packs for the tests of bad input: the base pack, and anything at all signed as if it were one.
import { ed25519 } from "@noble/curves/ed25519.js";
import { bytesToHex, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import base from "#base-pack";
import type { Pack, SignedPack } from "../../shared/rules/pack.ts";
import { packHash } from "../../shared/rules/signed-pack.ts";
import { bodyOf, partsOf } from "../../shared/rules/wire/pack-body.ts";

export const BASE = base as unknown as Pack;

const SECRET = "33".repeat(32);
/** The key that the browser trusts. */
export const KEY = bytesToHex(ed25519.getPublicKey(hexToBytes(SECRET)));

/** Signs any text: what a faulty studio or a stolen key could send. */
export const signText = (body: string, secret = SECRET): SignedPack => ({
  body,
  key: bytesToHex(ed25519.getPublicKey(hexToBytes(secret))),
  signature: bytesToHex(ed25519.sign(utf8ToBytes(partsOf(body).core), hexToBytes(secret))),
  hash: packHash(body),
});

/** The base pack as a revision of the issuer's. */
export const revision = (number: number, change: Partial<Pack> = {}): SignedPack =>
  signText(bodyOf({ ...BASE, ...change, revision: number, label: `r${number}` }));
