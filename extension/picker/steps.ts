// The steps of picking, each a new profile: correct, give codes a meaning, mark a region, leave one out, name a button, take back.
import type { ElementId } from "../../shared/dictionary/field.ts";
import { foldLabel } from "../../shared/dictionary/fold.ts";
import type {
  CodeTable,
  Correction,
  PageKind,
  SiteProfile,
  SubmitButton,
} from "../../shared/rules/site-profile.ts";

/** Lists of a page that a person adds to and takes from by pointing. */
export type PartList = "corrections" | "roots" | "ignore" | "submits";

const changed = (profile: SiteProfile, id: string, change: (page: PageKind) => PageKind): SiteProfile => ({
  ...profile,
  pages: profile.pages.map((page) => (page.id === id ? change(page) : page)),
});

const sameCorrection = (a: Correction, b: Correction): boolean =>
  a.css === b.css && (a.css !== undefined || foldLabel(a.label ?? "") === foldLabel(b.label ?? ""));

/** One correction per label and per place: the later one counts. */
export const corrected = (profile: SiteProfile, page: string, correction: Correction): SiteProfile =>
  changed(profile, page, (old) => ({
    ...old,
    corrections: [...(old.corrections ?? []).filter((one) => !sameCorrection(one, correction)), correction],
  }));

/** The meaning of one code, for the whole platform. */
export function withCode(profile: SiteProfile, field: string, code: string, word: string): SiteProfile {
  const tables = profile.codeTables ?? [];
  const old = tables.find((table) => table.field === field);
  const table: CodeTable = { field, values: { ...old?.values, [code]: word } };
  return { ...profile, codeTables: [...tables.filter((one) => one !== old), table] };
}

/** A region, and all like it, is one of the element each. */
export const rooted = (profile: SiteProfile, page: string, css: string, element: ElementId): SiteProfile =>
  changed(profile, page, (old) => ({
    ...old,
    roots: [...(old.roots ?? []).filter((one) => one.css !== css), { css, element }],
  }));

export const ignored = (profile: SiteProfile, page: string, css: string): SiteProfile =>
  changed(profile, page, (old) => ({
    ...old,
    ignore: [...(old.ignore ?? []).filter((one) => one !== css), css],
  }));

export const submitted = (profile: SiteProfile, page: string, button: SubmitButton): SiteProfile =>
  changed(profile, page, (old) => ({
    ...old,
    submits: [
      ...(old.submits ?? []).filter((one) => one.css !== button.css || one.text !== button.text),
      button,
    ],
  }));

/** Takes one part of a page back; a list that is empty then is left out. */
export const without = (profile: SiteProfile, page: string, list: PartList, at: number): SiteProfile =>
  changed(profile, page, (old) => {
    const { [list]: had = [], ...rest } = old;
    const left = (had as readonly unknown[]).filter((_, i) => i !== at);
    return left.length === 0 ? rest : ({ ...rest, [list]: left } as PageKind);
  });

/** What the page shows when it is read well: these fields and no others. */
export const showing = (profile: SiteProfile, page: string, fields: readonly string[]): SiteProfile =>
  changed(profile, page, ({ shows: _, ...rest }) =>
    fields.length === 0 ? rest : { ...rest, shows: fields },
  );

/** The fields of a corrected page that are taken back no longer stand among what it shows. */
export const notShowing = (profile: SiteProfile, page: string, field: string): SiteProfile =>
  changed(profile, page, (old) => {
    const { shows = [], ...rest } = old;
    const left = shows.filter((one) => one !== field);
    return left.length === 0 ? rest : { ...rest, shows: left };
  });
