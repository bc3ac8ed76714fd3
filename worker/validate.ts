// Checks a value against the contract's schema, naming the place that does not fit.
import * as v from "valibot";
import { accepted, type Result, refused } from "../shared/facts/errors.ts";

/** `entries[3].body.kind` from an issue's path. */
const placeOf = (path: readonly { readonly key: unknown }[]): string =>
  path.reduce(
    (place, { key }) =>
      typeof key === "number" ? `${place}[${key}]` : `${place}${place === "" ? "" : "."}${String(key)}`,
    "",
  );

/** The typed value; refuses with `bad-shape` at the first place that does not fit. The value itself is never repeated. */
export function validate<S extends v.GenericSchema>(schema: S, value: unknown): Result<v.InferOutput<S>> {
  const parsed = v.safeParse(schema, value, { abortEarly: true });
  if (parsed.success) return accepted(parsed.output);
  const issue = parsed.issues[0];
  const at = placeOf((issue.path ?? []) as readonly { key: unknown }[]).slice(0, 200);
  const where = at === "" ? "内容" : at;
  const wanted = issue.expected === null ? issue.type : `${issue.type},应为 ${issue.expected}`;
  return refused("bad-shape", `${where} 不符合约定(${wanted.slice(0, 200)})`, at === "" ? undefined : at);
}
