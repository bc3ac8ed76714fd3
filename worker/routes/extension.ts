// The extension itself for browsers of a closed network: an administrator publishes the package, every browser fetches it.
import type { Context } from "hono";
import { LARGEST_CRX, RELEASE_PATHS, updateManifest } from "../../shared/crx/update-manifest.ts";
import { readBytes } from "../body.ts";
import { directoryOf, type Env } from "../env.ts";
import { openPackage } from "../package/open-package.ts";
import { answerRefusal, callerOf } from "../router.ts";

type C = Context<{ Bindings: Env }>;

const none = {
  code: "not-found",
  message: "还没有发布扩展包，请管理员用 npm run zip -- --publish 发布",
} as const;
const tooLarge = `扩展包超过 ${LARGEST_CRX / 1_048_576} MB`;

/** What browsers must not guess or keep longer than until the next version. */
const headers = (type: string): Record<string, string> => ({
  "content-type": type,
  "cache-control": "no-cache",
  "x-content-type-options": "nosniff",
});

/** Takes a package in: administrators only, at most 8 MB, signed, newer than the one that is served. */
export async function publishRelease(c: C): Promise<Response> {
  const caller = await callerOf(c, { roles: ["admin"], say: "发布扩展包" });
  if (!caller.ok) return answerRefusal(c, caller.refusal);
  const bytes = await readBytes(c.req.raw, LARGEST_CRX, tooLarge);
  if (!bytes.ok) return answerRefusal(c, bytes.refusal);
  const opened = await openPackage(bytes.value);
  if (!opened.ok) return answerRefusal(c, opened.refusal);
  const kept = await directoryOf(c.env).publishRelease(caller.value!, opened.value);
  return kept.ok ? c.json(kept.value) : answerRefusal(c, kept.refusal);
}

/** The update manifest; the file's address is the one by which this request came, or the deployment's own. */
export async function updateXml(c: C): Promise<Response> {
  const release = await directoryOf(c.env).release();
  if (release === undefined) return answerRefusal(c, none);
  const base = (c.env.PUBLIC_URL ?? new URL(c.req.url).origin).replace(/\/+$/, "");
  const text = updateManifest({ ...release, codebase: `${base}${RELEASE_PATHS.crx}` });
  return c.body(text, 200, headers("text/xml; charset=utf-8"));
}

/** The packed extension as browsers install it. */
export async function releaseCrx(c: C): Promise<Response> {
  const file = await directoryOf(c.env).releaseFile();
  if (file === undefined) return answerRefusal(c, none);
  return c.body(new Uint8Array(file).buffer, 200, headers("application/x-chrome-extension"));
}
