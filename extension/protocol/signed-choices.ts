// Which of several options a text ticks that draws their boxes as signs: `☑是 □否`, `[√]是 [ ]否`.

const ON = "☑☒■◼●◉⊙✔✓√▣⚫🗹";
const OFF = "□☐○◯◻▢⚪";

/** Where such signs stand among the characters: asked of every text, so it is kept simple. */
const DRAWN = /[\u2200-\u2bff\ud83d]/;

const SIGNS = new RegExp(`([${ON}${OFF}])`, "u");
const ON_SIGN = new RegExp(`[${ON}]`, "u");

/** One of these at least: a lone tick may be a word. */
const TELLING = new RegExp(`[${OFF}☑☒▣🗹]`, "u");

const EDGES = /^[\s\u3000、，,;；]+|[\s\u3000、，,;；]+$/g;

/** The words of the ticked boxes, joined by 、; the text itself where it draws no boxes. */
export function tickedIn(shown: string): string {
  if (!DRAWN.test(shown)) return shown;
  // Boxes that are typed: [√]是 [ ]否.
  const text = shown.replace(/[[（(【]\s*[√✓✔]\s*[\]）)】]/g, "☑").replace(/[[（(【]\s*[\]）)】]/g, "☐");
  if (!TELLING.test(text)) return shown;
  const pieces = text.split(SIGNS);
  // With words at both ends one of them stands apart, and only the spaces tell which.
  if (pieces[0]!.trim() !== "" && pieces.at(-1)!.trim() !== "") {
    if (pieces.some((piece, at) => at > 0 && at % 2 === 0 && piece.trim() !== "" && /^\s/.test(piece)))
      return shown;
    if (pieces.some((piece, at) => at % 2 === 0 && at + 1 < pieces.length && !/\s$/.test(piece)))
      return shown;
    return `${pieces[0]!.trim()} ${tickedIn(text.slice(pieces[0]!.length))}`;
  }
  const before = pieces[0]!.trim() === "";
  const chosen: string[] = [];
  for (let at = 1; at < pieces.length; at += 2) {
    if (!ON_SIGN.test(pieces[at]!)) continue;
    const words = ((before ? pieces[at + 1] : pieces[at - 1]) ?? "").replace(EDGES, "");
    if (words !== "") chosen.push(words);
  }
  return chosen.join("、");
}
