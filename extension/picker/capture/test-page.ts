// Makes a test of a profile from a page as it stands: its markup without personal data, and the facts to be read of it.
import { fieldOf } from "../../../shared/dictionary/dictionary.ts";
import type { Fact } from "../../../shared/facts/fact.ts";
import type { Value } from "../../../shared/facts/sheet.ts";
import { readValue } from "../../../shared/facts/value.ts";
import type { SiteProfile } from "../../../shared/rules/site-profile.ts";
import type { CapturedPage, PickFrame } from "../../protocol/picking.ts";
import { urlSign } from "../page-sign.ts";
import { captured } from "./capture.ts";
import { type Inventor, inventor } from "./invent.ts";
import { vocabularyOf } from "./vocabulary.ts";

const said = (value: Value): string => (typeof value === "object" ? [...value].join("、") : String(value));

/** `measures.startedAt=known:2031-11-12`; without a value where the page shows it in another way than one text. */
function expected(fact: Fact, invent: Inventor): string {
  const line = `${fact.entity}.${fact.field}=${fact.state}`;
  const field = fieldOf(fact.entity, fact.field);
  const text = fact.evidence?.text ?? "";
  if (fact.state !== "known" || field === undefined || fact.value === undefined) return line;
  const plain = readValue(field, text);
  if (plain.state !== "known" || JSON.stringify(plain.value) !== JSON.stringify(fact.value)) return line;
  const fresh = readValue(field, invent.value(text));
  return fresh.state === "known" ? `${line}:${said(fresh.value)}` : line;
}

/** Texts that the dictionary keeps in the browser, and names, of which only a reference leaves it. */
const secretsOf = (facts: readonly Fact[]): readonly string[] =>
  facts.flatMap(({ entity, field, evidence }) => {
    const { privacy, type } = fieldOf(entity, field) ?? {};
    return (privacy === "local" || type?.is === "person") && evidence !== undefined ? [evidence.text] : [];
  });

/**
 * The test of a frame that the profile knows; undefined where it knows it not. Without personal data: texts that are no known
 * words are invented, and texts of fields that never leave the browser are gone wherever they stood.
 */
export function testPageOf(
  pick: PickFrame,
  document: Document,
  profile: SiteProfile,
  at: number,
  chance: () => number,
): CapturedPage | undefined {
  if (pick.page === undefined) return undefined;
  const { facts } = pick.reading;
  const invent = inventor(vocabularyOf(profile), secretsOf(facts), chance);
  return {
    id: `${pick.page}-${at.toString(36)}-${pick.scan.frame.replace(/\//g, "-")}`,
    page: pick.page,
    url: urlSign(pick.scan.url),
    html: captured(document, invent),
    facts: facts.map((fact) => expected(fact, invent)),
    at,
  };
}
