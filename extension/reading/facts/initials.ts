// Whether a code is nothing but the initials of its label: such a code says what the label says, whatever else it may stand for.
import { dictionary } from "../../../shared/dictionary/dictionary.ts";

let letters: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/** The initials of characters, as far as labels of the dictionary with their codes tell them. */
function known(): ReadonlyMap<string, ReadonlySet<string>> {
  if (letters !== undefined) return letters;
  const found = new Map<string, Set<string>>();
  for (const { fields } of dictionary)
    for (const { label, codes } of fields) {
      const code = codes[0];
      if (code === undefined || code.length !== label.length || !/^[A-Z]+$/.test(code)) continue;
      for (const [at, character] of [...label].entries()) {
        const there = found.get(character) ?? new Set();
        found.set(character, there.add(code[at]!));
      }
    }
  letters = found;
  return found;
}

/** `JSSJ` may be short for 接受时间, though the dictionary has it for 结束时间; `JJSJ` is not. */
export function areInitials(code: string, label: string): boolean {
  const last = (/([A-Za-z]+)[^A-Za-z]*$/.exec(code)?.[1] ?? "").toUpperCase();
  return (
    last.length === label.length && [...label].every((one, at) => known().get(one)?.has(last[at]!) !== false)
  );
}
