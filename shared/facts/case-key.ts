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

/**
 * What a key was made of. A platform without a profile is called by its host, which may hold a colon before its port; a
 * case's number holds none.
 */
export function partsOfKey(key: string): { readonly platform: string; readonly number: string } {
  const colon = key.lastIndexOf(":");
  return { platform: key.slice(0, Math.max(0, colon)), number: key.slice(colon + 1) };
}
