// The lowest browser that the extension runs on, with a list of what is newer and therefore may not be built in.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The lowest Chromium, the last one for Windows 7. */
export const LOWEST_CHROMIUM = "109";

/** Interfaces and the version that brought them; each would throw, or be dropped as a style, on the lowest browser. */
const TOO_NEW: readonly (readonly [RegExp, string])[] = [
  [/\.toSorted\(|\.toReversed\(|\.toSpliced\(/, "Chromium 110"],
  [/\.isWellFormed\(|\.toWellFormed\(/, "Chromium 111"],
  [/\b(?:Object|Map)\.groupBy\(/, "Chromium 117"],
  [/\bPromise\.withResolvers\(/, "Chromium 119"],
  [/\bArray\.fromAsync\(/, "Chromium 121"],
  [/\bURL\.canParse\(/, "Chromium 120"],
  [/\bAbortSignal\.any\(/, "Chromium 116"],
  [/\.(?:isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(/, "Chromium 122"],
  [/\bPromise\.try\(|\bRegExp\.escape\(|\bIterator\.from\(/, "Chromium 122 and later"],
  [/subtle\.\w+\(\s*\{?\s*(?:name:\s*)?["']Ed25519/, "Chromium 137; use @noble/curves"],
  [/\bchrome\.(?:sidePanel|readingList)\b(?!\?\.)/, "Chromium 114 and later; ask by chrome.sidePanel?.…"],
  [/\bchrome\.runtime\.getContexts\b/, "Chromium 116"],
  [/\bdocument\.startViewTransition\(/, "Chromium 111 and later"],
  [/\beval\(|\bnew Function\(/, "refused in an extension"],
  [
    /\bcolor-mix\(|\blight-dark\(|@starting-style|\btext-wrap\s*:|\banchor-name\s*:|\bgrid-template-\w+:\s*subgrid/,
    "Chromium 111 and later",
  ],
];

/** What a script, style or page uses that the lowest browser lacks: the place with a little around it, and since when it is there. */
export const tooNewIn = (text: string): readonly string[] =>
  TOO_NEW.flatMap(([pattern, since]) => {
    const hit = pattern.exec(text);
    return hit === null ? [] : [`${text.slice(Math.max(0, hit.index - 30), hit.index + 40)} (${since})`];
  });

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((one) =>
    one.isDirectory() ? filesIn(join(folder, one.name)) : [join(folder, one.name)],
  );

/** The same over a built extension, each with its file. */
export const tooNewInBuild = (folder: string): readonly string[] =>
  filesIn(folder)
    .filter((file) => /\.(js|css|html)$/.test(file))
    .flatMap((file) =>
      tooNewIn(readFileSync(file, "utf8")).map((hit) => `${file.slice(folder.length + 1)}: ${hit}`),
    );
