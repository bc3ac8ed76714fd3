// JSON in one form only, so that the same content has the same bytes, hash and signature everywhere.

/**
 * Canonical JSON in the manner of RFC 8785: keys sorted by UTF-16 code units, no white space, no key whose value is
 * undefined. Throws a TypeError on what JSON cannot say (functions, NaN, cycles).
 */
export function canonicalJson(value: unknown): string {
  return write(value, []);
}

function write(value: unknown, above: readonly unknown[]): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError(`canonicalJson: ${value} is no JSON number`);
    return JSON.stringify(value);
  }
  if (typeof value !== "object") throw new TypeError(`canonicalJson: ${typeof value} is no JSON value`);
  if (above.includes(value)) throw new TypeError("canonicalJson: the value contains itself");
  const path = [...above, value];
  if (Array.isArray(value)) return `[${value.map((item) => write(item ?? null, path)).join(",")}]`;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${write(one, path)}`).join(",")}}`;
}
