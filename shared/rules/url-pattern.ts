// Which regular expressions may stand in a site profile: those that cannot be made to run for ever by an address.

/** Longest pattern (characters). */
const LONGEST = 200;

/** So much of an address (characters) is held against a pattern. */
export const LONGEST_URL = 1_000;

/** `*`, `+`, `{2,}` or `{1,99}` behind a part that may be repeated. */
const REPEAT = /^(?:[*+]|\{\d+,?\d*\})/;

/**
 * A repeated part that can end in one place only: `[^/]+/`, `\d+` before a sign that is no digit. What ends it must be a
 * plain sign that has to be there: `[^/]+/?` and `[^.]+.` end anywhere.
 */
const SURE =
  /^(?:\[\^(\\\W|[^\\.*+?()[\]{}|^$])[^\]]*\][*+]\1|\\d[*+]\)?(?:[^\w.\\[\](){}|?*+^]|$))(?![?*{])/;

/** So many ways through a pattern's choices (`?`, `|`) may be tried at one place of an address: they multiply. */
const MOST_WAYS = 128;

/**
 * Whether a pattern is a valid regular expression whose running time stays bounded: no repeated group that repeats or
 * chooses within itself (`(a+)+`, `(a|a)*`), no back-references, at most one part whose end has to be tried out (`.*`),
 * and few choices one behind the other (`a?a?a?…`).
 */
export function isUrlPattern(pattern: string): boolean {
  if (pattern.length > LONGEST || !isRegExp(pattern)) return false;
  const groups: boolean[] = [false];
  /** Alternatives of each group that is open. */
  const alternatives: number[] = [1];
  let open = 0;
  let ways = 1;
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at];
    const sure = SURE.test(pattern.slice(at));
    let closed: boolean | undefined;
    if (char === "\\") {
      at += 1;
      if (/[1-9k]/.test(pattern[at] ?? "")) return false;
    } else if (char === "[") at = endOfClass(pattern, at);
    else if (char === "(") {
      groups.push(false);
      alternatives.push(1);
      // The mark of `(?:` and `(?<` is no choice.
      if (pattern[at + 1] === "?") at += 1;
      continue;
    } else if (char === ")") {
      closed = groups.pop() ?? false;
      ways *= alternatives.pop() ?? 1;
    } else if (char === "|") {
      groups[groups.length - 1] = true;
      alternatives[alternatives.length - 1]! += 1;
      continue;
    } else if (char === "?") ways *= 2;
    const repeat = REPEAT.exec(pattern.slice(at + 1))?.[0];
    // What a group holds, its group holds too.
    if (closed === true || repeat !== undefined) groups[groups.length - 1] = true;
    if (repeat === undefined) continue;
    if (closed === true || (!sure && ++open > 1)) return false;
    at += repeat.length;
  }
  return ways * (alternatives[0] ?? 1) <= MOST_WAYS;
}

function isRegExp(pattern: string): boolean {
  try {
    new RegExp(pattern);
    return true;
  } catch {
    return false;
  }
}

/** Index of the `]` that ends the class begun at `from`. */
function endOfClass(pattern: string, from: number): number {
  for (let at = from + 1; at < pattern.length; at++) {
    if (pattern[at] === "\\") at += 1;
    else if (pattern[at] === "]") return at;
  }
  return pattern.length;
}
