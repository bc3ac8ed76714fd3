// Checks a packed extension before it is kept: whole, signed by its own key, with a manifest that names a version.
import { unzipSync } from "fflate";
import { crxId, crxMessage, openCrx } from "../../shared/crx/crx.ts";
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";

export interface OpenedPackage {
  readonly id: string;
  readonly version: string;
  readonly crx: Uint8Array;
}

const RSA = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" } as const;
/** Largest manifest that is unpacked, bytes. */
const LARGEST_MANIFEST = 262_144;
/** One to four numbers below 65536. */
const VERSION = /^\d{1,5}(\.\d{1,5}){0,3}$/;

function manifestVersion(zip: Uint8Array): string | undefined {
  try {
    const files = unzipSync(zip, {
      filter: ({ name, originalSize }) => name === "manifest.json" && originalSize <= LARGEST_MANIFEST,
    });
    const manifest: unknown = JSON.parse(new TextDecoder().decode(files["manifest.json"]));
    const version = (manifest as { version?: unknown } | null)?.version;
    return typeof version === "string" && VERSION.test(version) ? version : undefined;
  } catch {
    return undefined;
  }
}

/** Opens a .crx; refuses with `bad-shape` what is none, with `bad-signature` one that its key has not signed. */
export async function openPackage(crx: Uint8Array): Promise<Result<OpenedPackage>> {
  const opened = openCrx(crx);
  if (!opened.ok) return opened;
  const { publicKey, signature, zip } = opened.value;
  const good = await crypto.subtle
    .importKey("spki", publicKey, RSA, false, ["verify"])
    .then((key) => crypto.subtle.verify(RSA, key, signature, crxMessage(publicKey, zip)))
    .catch(() => false);
  if (!good) return refused("bad-signature", "扩展包的签名不符：内容在签名后被改动过，请重新打包");
  const version = manifestVersion(zip);
  return version === undefined
    ? refused("bad-shape", "扩展包里没有写明版本的 manifest.json")
    : accepted({ id: crxId(publicKey), version, crx });
}
