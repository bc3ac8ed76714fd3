// The identity of the facts a finding rests on: the same facts give the same key on every device.
import type { FieldRead } from "./finding.ts";

/**
 * 16 hex digits over rule, element and the values read. It tells one state of facts from the next and is no protection
 * against somebody who wants two alike: two 32-bit multiplicative hashes, cheap enough for every keystroke.
 */
export function keyOf(rule: string, on: string, fields: readonly FieldRead[]): string {
  let [a, b] = [0x811c9dc5, 0x9e3779b9];
  const eat = (text: string): void => {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      a = Math.imul(a ^ code, 0x01000193);
      b = Math.imul((b << 5) ^ (b >>> 27) ^ code, 0x85ebca6b);
    }
    a = Math.imul(a ^ 0x1f, 0x01000193);
    b = Math.imul(b ^ (b >>> 15), 0xc2b2ae35);
  };
  eat(rule);
  eat(on);
  for (const field of fields) {
    eat(field.path);
    eat(field.state === "known" ? JSON.stringify(field.value) : field.state);
  }
  return hex(a) + hex(b);
}

const hex = (n: number): string => (n >>> 0).toString(16).padStart(8, "0");
