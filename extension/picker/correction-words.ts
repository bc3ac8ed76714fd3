// A correction in words: `“起算日”是强制措施 → 执行时间`.
import { pathLabel } from "../../shared/dictionary/words.ts";
import type { Correction } from "../../shared/rules/site-profile.ts";
import { words } from "../words/picker.ts";

/** What a correction says, for the list of a page and for who publishes it. */
export const correctionWords = ({ label, css, field }: Correction): string => {
  const name =
    label === undefined ? words.parts.place : css === undefined ? label : `${label}（${words.parts.place}）`;
  return field === "" ? words.parts.none(name) : words.parts.correction(name, pathLabel(field));
};
