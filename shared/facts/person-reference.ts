// The reference under which a person travels, so that no name or number has to.
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { squeeze } from "../dictionary/fold.ts";

/** What the browser knows of a person; `caseKey` ties one without a number to the case. */
export interface PersonMarks {
  readonly idNumber?: string | undefined;
  readonly name: string;
  readonly sex?: string | undefined;
  readonly caseKey: string;
}

/**
 * First 16 hex digits of HMAC-SHA-256(deployment key, ID number); without a number over name, sex and case key, so that
 * nobody is matched across cases by name alone. Spaces, full-width forms and a small `x` don't count.
 * The key is bytes or their hex digits.
 */
export function personReference(deploymentKey: Uint8Array | string, marks: PersonMarks): string {
  const number = squeeze(marks.idNumber ?? "").toUpperCase();
  const basis = number === "" ? [squeeze(marks.name), marks.sex ?? "", marks.caseKey].join("\n") : number;
  const key = typeof deploymentKey === "string" ? hexToBytes(deploymentKey) : deploymentKey;
  return bytesToHex(hmac(sha256, key, utf8ToBytes(basis))).slice(0, 16);
}
