// Which fields a page kind is to show from now on: what a person accepted and what plainly stands there; the rest is offered.
import type { Fact } from "../../shared/facts/fact.ts";
import type { PageKind } from "../../shared/rules/site-profile.ts";
import type { PickFrame } from "../protocol/picking.ts";
import { correctionFor } from "../reading/facts/corrections.ts";
import { meaningOf, PERIODS, plainBest, speaksOfSpan } from "../reading/facts/match.ts";
import { KEPT_ELSEWHERE } from "../reading/facts/whole-lists.ts";

/**
 * Why a field is taken to stand on every page of the kind – `said` by the profile, `pointed` at, `plain` by its own label –, or
 * why nobody can know that but a person: it stands in a window that opens (`window`), is known by the host's code alone
 * (`code`), its label names other things as well (`alike`), it was made of another field (`made`), or naming it would also
 * say that all of its list stands here (`list`).
 */
export type Ground = "said" | "pointed" | "plain" | "window" | "code" | "alike" | "made" | "list";

export interface Shown {
  /** `interviews.askers`. */
  readonly path: string;
  readonly ground: Ground;
  /** It was read just now, blank or not. */
  readonly found: boolean;
  /** It is among what the page shows when the draft is kept. */
  readonly kept: boolean;
}

/** What a person ticked or unticked, by `page|path`. */
export type Marks = ReadonlyMap<string, boolean>;

export const markOf = (page: PageKind, path: string): string => `${page.id}|${path}`;

interface Place {
  readonly label: string;
  readonly section: string;
  readonly codes: readonly string[];
  readonly group: number;
}

const NOWHERE: Place = { label: "", section: "", codes: [], group: -1 };

/** The labels of a frame by the places of their values. */
function placesOf({ scan }: PickFrame): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>();
  const put = (css: string, place: Place): void => {
    const there = places.get(css);
    if (there === undefined) places.set(css, [place]);
    else there.push(place);
  };
  for (const { css, label, section, codes, group } of scan.cells) put(css, { label, section, codes, group });
  for (const { columns, codes, at, rows, section, group } of scan.tables)
    for (const { css, elsewhere } of rows)
      for (const [column, label] of columns.entries()) {
        const code = codes[column] ?? "";
        const place = { label, section, codes: code === "" ? [] : [code], group };
        put(elsewhere?.[column] ?? `${css}${at[column] ?? ""}`, place);
      }
  return places;
}

/** On what ground one fact is taken to stand on the page. */
function groundOf(
  fact: Fact,
  places: ReadonlyMap<string, readonly Place[]>,
  windows: ReadonlySet<number>,
  page: PageKind,
): Ground {
  const { css = "", label = "" } = fact.evidence ?? {};
  const path = `${fact.entity}.${fact.field}`;
  const there = places.get(css) ?? [];
  const place = there.find((one) => one.label === label) ?? there[0] ?? { ...NOWHERE, label };
  // What comes and goes with its window is missed whenever that is shut, whoever pointed at it.
  if (windows.has(place.group)) return "window";
  if (KEPT_ELSEWHERE.has(fact.entity)) return "list";
  if (correctionFor({ label, css }, page)?.field === path) return "pointed";
  const meaning = meaningOf(place.label, place.section, place.codes);
  const own = meaning.candidates.find(
    ({ element, field }) => element === fact.entity && field.id === fact.field,
  );
  const span = PERIODS[fact.entity]?.includes(fact.field) === true && speaksOfSpan(place.label);
  if (own === undefined) return span ? "plain" : "made";
  if (own.by === "code") return "code";
  const best = plainBest(meaning);
  return best === own || fact.entity === page.element ? "plain" : "alike";
}

/** The better of two grounds: what one place leaves open another may show. */
const ORDER: readonly Ground[] = ["said", "pointed", "plain", "list", "code", "alike", "made", "window"];

/**
 * What a page kind shows, as it stands in `frames`, what is kept without more first. Kept without a person's word is what was pointed at,
 * and what stands under a label of its own – the latter only while nobody has said yet what the page shows: who has described
 * a page left out the rest, or it was not there then and comes and goes. A field kept by chance would be missed with the next
 * case and raise a false alarm of drift, and make rules wait for what the page does not have.
 */
export function shownOn(page: PageKind, frames: readonly PickFrame[], marks: Marks): readonly Shown[] {
  const grounds = new Map<string, Ground>();
  for (const pick of frames) {
    if (pick.page !== page.id) continue;
    const places = placesOf(pick);
    const windows = new Set(
      pick.scan.groups.flatMap(({ key, dialog }) => (dialog === undefined ? [] : [key])),
    );
    for (const fact of pick.reading.facts) {
      if (fact.state === "unread") continue;
      const path = `${fact.entity}.${fact.field}`;
      const ground = groundOf(fact, places, windows, page);
      const before = grounds.get(path);
      if (before === undefined || ORDER.indexOf(ground) < ORDER.indexOf(before)) grounds.set(path, ground);
    }
  }
  const said = new Set(page.shows ?? []);
  const first = page.shows === undefined;
  const fields = [...new Set([...said, ...grounds.keys()])].map((path) => {
    const ground = said.has(path) ? "said" : grounds.get(path)!;
    const usual = ground === "said" || ground === "pointed" || (ground === "plain" && first);
    const kept = marks.get(markOf(page, path)) ?? usual;
    return { usual, shown: { path, ground, found: grounds.has(path), kept } satisfies Shown };
  });
  // By what is usual, not by what was ticked: a line does not jump away from under the hand.
  return fields.sort((a, b) => Number(b.usual) - Number(a.usual)).map(({ shown }) => shown);
}
