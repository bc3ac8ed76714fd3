// Signs packs and lets in only those that the trusted key signed: the gate between the studio and every page.
import { ed25519 } from "@noble/curves/ed25519.js";
import { bytesToHex, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import * as v from "valibot";
import { accepted, type Result, refused } from "../facts/errors.ts";
import { LIMITS } from "./limits.ts";
import type { Pack, SignedPack } from "./pack.ts";
import { packShape } from "./pack-shape.ts";
import { makeAll, prepare } from "./prepare.ts";
import { compilesWhole } from "./trees.ts";
import { bodyOf, hashOf, partsOf, readBody, wordsNamed } from "./wire/pack-body.ts";

/** The address of a pack: SHA-256 (hex) of the first line of its text (`bodyOf`), which names its words by their hash. */
export const packHash = (body: string): string => hashOf(partsOf(body).core);

/** Signs a pack with an Ed25519 private key (32 bytes, hex): its first line, and through the hash in it the words. */
export function signPack(pack: Pack, privateKey: string): SignedPack {
  const body = bodyOf(pack);
  const secret = hexToBytes(privateKey);
  return {
    body,
    key: bytesToHex(ed25519.getPublicKey(secret)),
    signature: bytesToHex(ed25519.sign(utf8ToBytes(partsOf(body).core), secret)),
    hash: packHash(body),
  };
}

const HEX = (length: number) => v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${length}}$`)));

const envelope = v.strictObject({
  body: v.pipe(v.string(), v.minLength(2)),
  key: HEX(64),
  signature: HEX(128),
  hash: HEX(64),
});

/**
 * The pack inside, when the trusted key (hex) signed exactly this first line and these are the words that it names, its revision is above `currentRevision` (when one
 * is given) and its structure is within bounds. A signature is required by us, never by its being there: a pack without one
 * is refused as well. Codes: `unsigned-pack`, `bad-signature`, `older-pack`, `too-large`, `bad-shape`.
 */
export function verifyPack(signed: unknown, trustedKey: string, currentRevision?: number): Result<Pack> {
  const bare = signed as Partial<SignedPack> | null;
  if (typeof bare !== "object" || bare === null || !bare.signature || !bare.key) {
    return refused("unsigned-pack", "规则包没有签名，不能使用；请由发布方重新签发");
  }
  const read = v.safeParse(envelope, signed);
  if (!read.success) return refused("bad-signature", "规则包的签名格式不对，可能在传送中损坏；请重新下载");
  const { body, key, signature, hash } = read.output;
  if (body.length > LIMITS.bytes)
    return refused("too-large", `规则包超过 ${LIMITS.bytes / 1e6} MB，不能使用`);
  if (key !== trustedKey.toLowerCase()) return refused("bad-signature", "规则包不是本机信任的发布方签发的");
  const { core, words } = partsOf(body);
  const altered = words !== undefined && wordsNamed(core) !== hashOf(words);
  if (altered || hashOf(core) !== hash || !isSigned(core, key, signature)) {
    return refused("bad-signature", "规则包的内容与签名不符，可能被改动过；请重新下载");
  }
  return readPack(body, currentRevision);
}

function isSigned(body: string, key: string, signature: string): boolean {
  try {
    return ed25519.verify(hexToBytes(signature), utf8ToBytes(body), hexToBytes(key), { zip215: false });
  } catch {
    // The library throws on a key or signature that is no point of the curve; that is no signature either.
    return false;
  }
}

function readPack(body: string, currentRevision: number | undefined): Result<Pack> {
  const read = shapeOf(body);
  if (!read.ok) return read;
  const pack = read.value;
  if (currentRevision !== undefined && pack.revision <= currentRevision) {
    return refused("older-pack", `规则包是第 ${pack.revision} 版，不高于现有的第 ${currentRevision} 版`);
  }
  return read;
}

/** Structure of a pack as text, without any signature: for packs compiled into the product or given by hand. */
export function shapeOf(body: string): Result<Pack> {
  let value: unknown;
  try {
    value = readBody(body);
  } catch (error) {
    return error instanceof SyntaxError
      ? refused("bad-json", "规则包不是有效的 JSON")
      : refused("bad-shape", `规则包结构不对：${(error as Error).message}`);
  }
  const read = v.safeParse(packShape, value);
  if (!read.success) {
    const issue = read.issues[0];
    return refused(
      "bad-shape",
      `规则包结构不对：${v.getDotPath(issue) ?? ""} ${issue.message}`,
      v.getDotPath(issue) ?? "",
    );
  }
  const pack = read.output as Pack;
  try {
    makeAll(prepare(pack));
    for (const rule of pack.rules) compilesWhole(rule);
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : "";
    return refused("bad-shape", `规则包里有不能执行的规则：${(error as Error).message} ${cause}`.trim());
  }
  return accepted(pack);
}
