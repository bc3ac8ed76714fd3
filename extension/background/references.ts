// The names under which elements of a case travel: keyed hashes, so that no name or ID number can be guessed from them.
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import type { ElementId } from "../../shared/dictionary/field.ts";
import { personReference } from "../../shared/facts/person-reference.ts";
import type { FactSheet } from "../../shared/facts/sheet.ts";

/** Maps ids of this browser to ids that travel, and back. */
export interface References {
  /** `measures/m-3fa9c2` → `measures/9d1c…`. */
  readonly out: (on: string) => string;
  readonly back: (on: string) => string;
  /** A person as another element's field names them (the name or the local id) → reference. */
  readonly person: (name: string) => string;
  /** What a fact said, as far as it is told from what it says next: nothing of it can be read back. */
  readonly state: (said: string) => string;
  /** A finding's key, which is derived from values, as it travels. */
  readonly key: (findingKey: string) => string;
}

const short = (key: Uint8Array, text: string): string =>
  bytesToHex(hmac(sha256, key, utf8ToBytes(text))).slice(0, 16);

const text = (cell: unknown): string => (typeof cell === "string" ? cell : "");

/** References of one case under the deployment's key (hex). */
export function references(keyHex: string, caseKey: string, sheet: FactSheet): References {
  const key = hexToBytes(keyHex);
  const out = new Map<string, string>();
  const back = new Map<string, string>();
  const byName = new Map<string, string>();
  for (const person of sheet.persons?.items ?? []) {
    const { name, idNumber, sex } = person.cells;
    const reference = personReference(key, {
      idNumber: text(idNumber),
      name: text(name),
      sex: text(sex),
      caseKey,
    });
    out.set(`persons/${person.id}`, reference);
    back.set(`persons/${reference}`, `persons/${person.id}`);
    if (text(name) !== "") byName.set(text(name), reference);
  }
  for (const [element, list] of Object.entries(sheet) as [ElementId, FactSheet["measures"]][]) {
    if (list === undefined || !("items" in list) || element === "persons") continue;
    for (const { id } of list.items) {
      const reference = short(key, `${caseKey}|${element}|${id}`);
      out.set(`${element}/${id}`, reference);
      back.set(`${element}/${reference}`, `${element}/${id}`);
    }
  }
  const swap = (map: Map<string, string>, on: string): string => {
    const [element = "", rest = ""] = on.split("/", 2);
    if (rest === "") return on;
    const dot = rest.indexOf(".");
    const id = dot < 0 ? rest : rest.slice(0, dot);
    const found = map.get(`${element}/${id}`);
    return found === undefined
      ? on
      : `${element}/${found.split("/").at(-1)}${dot < 0 ? "" : rest.slice(dot)}`;
  };
  return {
    out: (on) => swap(out, on),
    back: (on) => swap(back, on),
    state: (said) => short(key, `state|${said}`),
    key: (findingKey) => short(key, `key|${findingKey}`),
    person: (name) => byName.get(name) ?? short(key, `${caseKey}|person|${name}`),
  };
}
