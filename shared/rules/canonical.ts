// JSON in one form only, so that the same content has the same bytes, hash and signature everywhere.

/**
 * Canonical JSON in the manner of RFC 8785: keys sorted by UTF-16 code units, no white space, no key whose value is
 * undefined. Throws a TypeError on what JSON cannot say (functions, NaN, cycles).
 */
export function canonicalJson(value: unknown): string {
  return write(value, []);
}

/** `above` holds the arrays and objects that are being written, outermost first. */
function write(value: unknown, above: unknown[]): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError(`canonicalJson: ${value} is no JSON number`);
    return JSON.stringify(value);
  }
  if (typeof value !== "object") throw new TypeError(`canonicalJson: ${typeof value} is no JSON value`);
  if (above.includes(value)) throw new TypeError("canonicalJson: the value contains itself");
  above.push(value);
  const text = Array.isArray(value) ? writeList(value, above) : writeObject(value, above);
  above.pop();
  return text;
}

function writeList(list: readonly unknown[], above: unknown[]): string {
  return `[${list.map((item) => write(item ?? null, above)).join(",")}]`;
}

function writeObject(value: object, above: unknown[]): string {
  let text = "";
  // The default order of strings is that of their UTF-16 code units.
  for (const key of Object.keys(value).sort()) {
    const one = (value as Readonly<Record<string, unknown>>)[key];
    if (one !== undefined) text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${write(one, above)}`;
  }
  return `{${text}}`;
}
