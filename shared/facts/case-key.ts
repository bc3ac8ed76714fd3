// The key under which everything of one case is kept: its platform together with its number.
import { squeeze } from "../dictionary/fold.ts";

/**
 * `警综平台` + `A9901000020260300012` → `警综平台:A9901000020260300012`. Spaces, full-width forms and capitals don't count.
 * Undefined when the number is blank: an unsaved form has no key and stays local to its tab.
 */
export function caseKey(platform: string, number: string): string | undefined {
  const bare = squeeze(number).toUpperCase();
  return bare === "" ? undefined : `${squeeze(platform).toLowerCase()}:${bare}`;
}
