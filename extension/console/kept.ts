// What the console keeps on this machine: unsaved edits and the checkpoints it has seen.
import * as v from "valibot";

const PREFIX = "first-button.console.";

/** A kept value of this shape; undefined when there is none, or when it is damaged. */
export function kept<S extends v.GenericSchema>(name: string, shape: S): v.InferOutput<S> | undefined {
  const text = localStorage.getItem(PREFIX + name);
  if (text === null) return undefined;
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), shape), text);
  return read.success ? (read.output as v.InferOutput<S>) : undefined;
}

/** Keeps a value under its name; `undefined` forgets it. False when the browser refused (full or switched off). */
export function keep(name: string, value: unknown): boolean {
  try {
    if (value === undefined) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
