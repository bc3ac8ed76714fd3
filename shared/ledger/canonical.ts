// The one way in which a value of ours is written as JSON before it is hashed or signed.

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

function text(value: string, path: string): string {
  if (LONE_SURROGATE.test(value))
    throw new TypeError(`${path || "value"}: half a character (lone surrogate)`);
  return JSON.stringify(value);
}

function write(value: unknown, path: string): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return text(value, path);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError(`${path || "value"}: ${value} is no JSON number`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((item, i) => write(item, `${path}[${i}]`)).join(",")}]`;
  if (typeof value === "object") {
    const object = value as Record<string, unknown>;
    const members = Object.keys(object)
      .filter((key) => object[key] !== undefined)
      .sort()
      .map((key) => `${text(key, path)}:${write(object[key], path === "" ? key : `${path}.${key}`)}`);
    return `{${members.join(",")}}`;
  }
  throw new TypeError(`${path || "value"}: a ${typeof value} cannot be written as JSON`);
}

/**
 * Canonical JSON in the manner of RFC 8785: keys sorted by UTF-16 code units, no white space, shortest numbers.
 * Left-out and `undefined` members are the same. Throws a TypeError that names the place for what JSON cannot carry
 * (NaN, functions, half characters), so that no value has two hashes. Texts are not normalised: NFC and NFD differ.
 */
export const canonical = (value: unknown): string => write(value, "");
