// What was read of every case in this browser, by page and field, with what of it goes to the unit and under which name.
import { fieldOf } from "../../shared/dictionary/dictionary.ts";
import { unitOnly } from "../../shared/dictionary/privacy.ts";
import type { Fact } from "../../shared/facts/fact.ts";
import type { Pack } from "../../shared/rules/pack.ts";
import type { ReadCase, ReadField, ReadPage } from "../protocol/traffic.ts";
import { isDraft } from "../reading/facts/identity.ts";
import { WORDS } from "../words/background.ts";
import { type CaseMemory, mergedCase } from "./cases.ts";
import { type References, references } from "./references.ts";

const shownText = ({ evidence, value }: Fact): string =>
  evidence?.text ?? (value === undefined ? "" : Array.isArray(value) ? value.join("、") : String(value));

/** What goes to the unit in place of a fact read here; undefined when nothing goes. */
function goesAs(fact: Fact, refs: References | undefined): ReadField["goes"] {
  if (refs === undefined || fact.state === "unread" || isDraft(fact.id)) return undefined;
  const person = fieldOf(fact.entity, fact.field)?.type.is === "person";
  const value = person && typeof fact.value === "string" ? refs.person(fact.value) : fact.value;
  if (unitOnly([{ ...fact, value }]).length === 0) return undefined;
  return person && typeof value === "string" ? { as: value } : {};
}

const readField = (fact: Fact, refs: References | undefined): ReadField => {
  const goes = fact.page === "ledger" ? undefined : goesAs(fact, refs);
  return {
    element: fact.id === "" ? fact.entity : `${fact.entity}/${fact.id}`,
    field: fact.field,
    state: fact.state,
    text: fact.state === "known" ? shownText(fact) : "",
    privacy: fieldOf(fact.entity, fact.field)?.privacy ?? "local",
    ...(goes === undefined ? {} : { goes }),
    at: fact.at,
  };
};

/** One case as it is held here; `keyHex` is the key of references, without which nothing is sent. */
export function readCase(memory: CaseMemory, pack: Pack, keyHex: string | undefined): ReadCase {
  // An unsaved form stays with its tab: nothing of it is reported.
  const reported = keyHex !== undefined && !memory.key.startsWith("tab:");
  const refs = reported ? references(keyHex, memory.key, mergedCase(memory).sheet) : undefined;
  const labels = new Map(pack.profiles.flatMap((p) => p.pages.map((k) => [k.id, k.label] as const)));
  const pages = new Map<string, ReadField[]>();
  for (const fact of Object.values(memory.facts)) {
    const fields = pages.get(fact.page) ?? [];
    fields.push(readField(fact, refs));
    pages.set(fact.page, fields);
  }
  return {
    key: memory.key,
    number: memory.number,
    platform: memory.platform,
    pages: [...pages].map(
      ([page, fields]): ReadPage => ({
        label: page === "ledger" ? WORDS.fromLedger : (labels.get(page) ?? page),
        fromLedger: page === "ledger",
        fields: fields.sort((a, b) => (a.element < b.element ? -1 : a.element > b.element ? 1 : 0)),
      }),
    ),
  };
}
