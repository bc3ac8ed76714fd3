// A profile with its captured pages, or those pages alone, as a file: out of this browser and into another.
import * as v from "valibot";
import { accepted, type Result, refused } from "../../../shared/facts/errors.ts";
import { readProfile } from "../../../shared/rules/check-profile.ts";
import type { SiteProfile } from "../../../shared/rules/site-profile.ts";
import { isCaptured } from "../../picker/capture/is-captured.ts";
import type { CapturedPage, ProfileDraft } from "../../protocol/picking.ts";
import { words } from "../../words/console-profiles.ts";

const FORMAT = "first-button-profile-1";
const PAGES = "first-button-pages-1";
/** Captured pages of one profile. */
export const MOST_TESTS = 50;

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));

const Tests = v.pipe(
  v.array(
    v.strictObject({
      id: text(120),
      page: text(100),
      url: text(400),
      html: text(700_000),
      facts: v.pipe(v.array(text(4_000)), v.maxLength(5_000)),
      at: v.number(),
    }),
  ),
  v.maxLength(MOST_TESTS),
);

const FileShape = v.strictObject({
  format: v.literal(FORMAT),
  profile: v.unknown(),
  by: text(100),
  tests: Tests,
});

const PagesShape = v.strictObject({
  format: v.literal(PAGES),
  profile: text(200),
  name: text(200),
  tests: Tests,
});

/** The file's text. */
export const writtenOut = ({ profile, tests, by }: ProfileDraft): string =>
  `${JSON.stringify({ format: FORMAT, profile, by, tests }, null, 1)}\n`;

/** The draft in a file's text; `bad-shape` for any other file, `bad-rule` for a profile that does not hold. */
export function readIn(text: string, now: number): Result<ProfileDraft> {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), FileShape), text);
  if (!read.success) return refused("bad-shape", words.badFile);
  const { profile, tests, by } = read.output;
  if (!tests.every(({ html }) => isCaptured(html))) return refused("bad-shape", words.notCaptured);
  const checked = readProfile(profile);
  if (!checked.ok) return checked;
  return accepted({ id: checked.value.id, profile: checked.value, tests, by, at: now });
}

/** The captured pages of a profile as a file of their own. */
export const pagesOut = ({ id, name }: SiteProfile, tests: readonly CapturedPage[]): string =>
  `${JSON.stringify({ format: PAGES, profile: id, name, tests }, null, 1)}\n`;

/**
 * The pages in a file's text, for that profile; `bad-shape` with what the file is instead: another kind of file, pages of another
 * profile, of a page kind that this one lacks, or with more in them than a capture leaves.
 */
export function pagesIn(text: string, profile: SiteProfile): Result<readonly CapturedPage[]> {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), PagesShape), text);
  if (!read.success) {
    const whole = v.is(v.pipe(v.string(), v.parseJson(), v.looseObject({ format: v.literal(FORMAT) })), text);
    return refused("bad-shape", whole ? words.wholeProfile : words.badPages);
  }
  const { tests, profile: id, name } = read.output;
  if (id !== profile.id) return refused("bad-shape", words.otherPages(name));
  if (tests.length === 0) return refused("bad-shape", words.noPages);
  const strange = tests.find(({ page }) => !profile.pages.some((kind) => kind.id === page));
  if (strange !== undefined) return refused("bad-shape", words.strangePage(strange.page));
  if (!tests.every(({ html }) => isCaptured(html))) return refused("bad-shape", words.notCaptured);
  return accepted(tests);
}

/** Both, one of each id: that of the file takes the place of the one kept. */
export const withPages = (
  kept: readonly CapturedPage[],
  fresh: readonly CapturedPage[],
): readonly CapturedPage[] => [...kept.filter(({ id }) => !fresh.some((one) => one.id === id)), ...fresh];

/** Hands a file to the person. */
export function saveFile(name: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = `${name}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
