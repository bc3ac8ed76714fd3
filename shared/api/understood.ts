// Reads what a newer partner sends by an older schema: keys that are not known yet are left out, everything else must fit.
import * as v from "valibot";

/** A value that gains keys in more places than this is of another kind altogether. */
const MOST = 64;

type Place = readonly { readonly key: unknown }[];

/** The value without the key at a path; the value itself is left as it is. */
function without(value: unknown, path: Place): unknown {
  const [first, ...rest] = path;
  if (first === undefined || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value))
    return value.map((one: unknown, i) => (i === first.key ? without(one, rest) : one));
  const entries = Object.entries(value).filter(([name]) => rest.length > 0 || name !== first.key);
  return Object.fromEntries(
    entries.map(([name, one]) => [name, name === first.key ? without(one, rest) : one]),
  );
}

/** The typed value by this schema; undefined when it does not fit even without the keys that it does not know. */
export function understood<S extends v.GenericSchema>(
  schema: S,
  value: unknown,
): v.InferOutput<S> | undefined {
  let rest = value;
  for (let left = MOST; left > 0; left -= 1) {
    const parsed = v.safeParse(schema, rest);
    if (parsed.success) return parsed.output;
    const unknown = parsed.issues.filter(
      ({ type, expected }) => type === "strict_object" && expected === "never",
    );
    if (unknown.length === 0) return undefined;
    for (const { path } of unknown) rest = without(rest, (path ?? []) as Place);
  }
  return undefined;
}
