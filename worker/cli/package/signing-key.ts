// The key that an extension's id comes from: kept in a file that its owner alone may read, made once.
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { crxId, crxMessage, writeCrx } from "../../../shared/crx/crx.ts";
import { Stop } from "../stop.ts";

export interface SigningKey {
  /** Extension id that the key gives. */
  readonly id: string;
  /** Public half, DER. */
  readonly publicKey: Uint8Array;
  /** True when it was made just now: without it no later version can be signed, so it wants a copy in a safe place. */
  readonly made: boolean;
  /** The archive as a signed .crx. */
  readonly seal: (zip: Uint8Array) => Uint8Array;
}

function make(file: string): void {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600, flag: "wx" });
}

/** What others than the owner may do with a file; Windows keeps no such bits. */
const openTo = (file: string): number => (process.platform === "win32" ? 0 : statSync(file).mode & 0o077);

function read(file: string): KeyObject {
  if (openTo(file) !== 0)
    throw new Stop(`密钥文件 ${file} 别的用户也能读写，不能用来签名。请执行 chmod 600 ${file} 后重试`);
  let key: KeyObject;
  try {
    key = createPrivateKey(readFileSync(file));
  } catch (cause) {
    throw new Stop(`密钥文件 ${file} 不是 PEM 格式的私钥`, cause);
  }
  if (key.asymmetricKeyType !== "rsa" || (key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048)
    throw new Stop(`密钥文件 ${file} 须为 2048 位以上的 RSA 私钥`);
  return key;
}

/** Opens the key in `file`, making it once where there is none; throws `Stop` for one that others may read. */
export function signingKey(file: string): SigningKey {
  let made = false;
  if (statSync(file, { throwIfNoEntry: false }) === undefined) {
    make(file);
    made = true;
  }
  const key = read(file);
  const publicKey = new Uint8Array(createPublicKey(key).export({ type: "spki", format: "der" }));
  const seal = (zip: Uint8Array): Uint8Array => {
    const signature = new Uint8Array(sign("sha256", crxMessage(publicKey, zip), key));
    return writeCrx({ publicKey, signature, zip });
  };
  return { id: crxId(publicKey), publicKey, made, seal };
}
