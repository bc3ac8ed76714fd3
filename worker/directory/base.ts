// The base pack and its rules as written, unpacked when a directory begins: at every other start they cost nothing.

import { gunzipSync, strFromU8 } from "fflate";
import carried from "#base-carried";
import type { Pack } from "../../shared/rules/pack.ts";
import type { Rule } from "../../shared/rules/rule.ts";

function unpacked(base64: string): unknown {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return JSON.parse(strFromU8(gunzipSync(bytes)));
}

/** The base pack of this program. */
export const basePack = (): Pack => unpacked(carried.pack) as Pack;

/** The rules of the base pack as written, with their examples. */
export const baseRules = (): readonly Rule[] => unpacked(carried.rules) as readonly Rule[];
