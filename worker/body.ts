// Reads a request's body as JSON within limits, so that nothing hostile gets further than this file.
import { accepted, type Result, refused } from "../shared/facts/errors.ts";

/** Largest body in bytes. */
export const MAX_BODY = 1_048_576;
/** Deepest nesting of arrays and objects. */
const MAX_DEPTH = 64;

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const CUT_OFF = "内容在传送途中断开,没有收全,什么都没有保存;请重新发送";
const TOO_LARGE = "内容超过 1 MB,请分批发送或者缩短";

/** The bytes of a body up to the limit (bytes); a longer one is refused with these words, without being kept, one that breaks off with `bad-json`. */
export async function readBytes(request: Request, limit: number, say: string): Promise<Result<Uint8Array>> {
  const tooLarge = refused("too-large", say);
  if (Number(request.headers.get("content-length") ?? "0") > limit) return tooLarge;
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of request.body ?? []) {
      size += part.byteLength;
      if (size > limit) return tooLarge;
      parts.push(part);
    }
  } catch {
    return refused("bad-json", CUT_OFF);
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.byteLength;
  }
  return accepted(all);
}

/** Depth of nesting by a scan of the text, so that a deep body never reaches recursive code. */
function depthOf(text: string): number {
  let [depth, deepest, quoted] = [0, 0, false];
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i];
    if (quoted) {
      if (c === "\\") i += 1;
      else if (c === '"') quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === "{" || c === "[") deepest = Math.max(deepest, (depth += 1));
    else if (c === "}" || c === "]") depth -= 1;
  }
  return deepest;
}

/** What JSON allows and we do not: `__proto__` keys, numbers beyond double, half characters. */
function oddity(value: unknown): string | undefined {
  if (typeof value === "string") return LONE_SURROGATE.test(value) ? "含有不完整的字符" : undefined;
  if (typeof value === "number") return Number.isFinite(value) ? undefined : "含有超出范围的数";
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (key === "__proto__") return "含有不允许的键 __proto__";
    const found = oddity(key) ?? oddity(inner);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The JSON value of a body; refuses with `too-large`, `bad-json` or `bad-shape`. */
export async function readBody(request: Request): Promise<Result<unknown>> {
  const text = await readText(request);
  return text.ok ? jsonIn(text.value) : text;
}

const NO_JSON = "内容不是有效的 JSON(UTF-8)";

/** The text of a body within the limit; refuses with `too-large` or `bad-json`. */
export async function readText(request: Request): Promise<Result<string>> {
  const bytes = await readBytes(request, MAX_BODY, TOO_LARGE);
  if (!bytes.ok) return bytes;
  if (bytes.value.length === 0) return refused("bad-json", "请求没有内容,应为 JSON");
  try {
    return accepted(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes.value));
  } catch {
    return refused("bad-json", NO_JSON);
  }
}

/** The JSON value in a body's text; refuses with `bad-json` or `bad-shape`. */
export function jsonIn(text: string): Result<unknown> {
  try {
    if (depthOf(text) > MAX_DEPTH) return refused("bad-shape", `内容嵌套超过 ${MAX_DEPTH} 层`);
    const value: unknown = JSON.parse(text);
    const odd = oddity(value);
    return odd === undefined ? accepted(value) : refused("bad-shape", `内容${odd}`);
  } catch {
    return refused("bad-json", NO_JSON);
  }
}
