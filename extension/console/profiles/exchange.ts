// A profile with its captured pages as a file, out of this browser and into another.
import * as v from "valibot";
import { accepted, type Result, refused } from "../../../shared/facts/errors.ts";
import { readProfile } from "../../../shared/rules/check-profile.ts";
import type { ProfileDraft } from "../../protocol/picking.ts";
import { words } from "../../words/console-profiles.ts";

const FORMAT = "first-button-profile-1";

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));

const FileShape = v.strictObject({
  format: v.literal(FORMAT),
  profile: v.unknown(),
  by: text(100),
  tests: v.pipe(
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
    v.maxLength(50),
  ),
});

/** The file's text. */
export const writtenOut = ({ profile, tests, by }: ProfileDraft): string =>
  `${JSON.stringify({ format: FORMAT, profile, by, tests }, null, 1)}\n`;

/** The draft in a file's text; `bad-shape` for any other file, `bad-rule` for a profile that does not hold. */
export function readIn(text: string, now: number): Result<ProfileDraft> {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), FileShape), text);
  if (!read.success) return refused("bad-shape", words.badFile);
  const { profile, tests, by } = read.output;
  const checked = readProfile(profile);
  if (!checked.ok) return checked;
  return accepted({ id: checked.value.id, profile: checked.value, tests, by, at: now });
}

/** Hands the file to the person. */
export function saveFile(draft: ProfileDraft): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([writtenOut(draft)], { type: "application/json" }));
  link.download = `${draft.profile.id}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
