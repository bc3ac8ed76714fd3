// What makes a piece of text a label, and how it stands without colon, stars and padding.
import { every, pattern, SAID } from "./libraries.ts";
import { tidy } from "./visible.ts";

/** Longest label (characters). */
export const LONGEST_LABEL = 28;

/**
 * Nothing but Chinese characters, as most labels are. Asked first, because each further expression has to be made ready on
 * every page anew, and that costs more than all its uses.
 */
export const isHan = (text: string): boolean => HAN.test(text);
const HAN = /^[\u3400-\u9fff]+$/;

/** The label as a person would say it: `*姓　名：` → `姓名`. */
export const bareLabel = (text: string): string =>
  isHan(text)
    ? text
    : tidy(text)
        .replace(every(SAID.marks), "")
        .replace(/[:：∶﹕︰]\s*$/, "")
        .replace(every(SAID.marks), "")
        .replace(every(SAID.padding), "");

/** The labels between spaces: a search in them costs less than making a set of them on every page. */
let words = "";
const known = new Map<string, boolean>();

/** Learns the dictionary's labels (folded, separated by spaces); without them only looks tell a label. */
export function learnLabels(folded: string): void {
  words = ` ${folded} `;
  known.clear();
}

/** A search that begins with a space would stop at each of the thousands that part the words. */
function isWord(text: string): boolean {
  let at = 0;
  do at = words.indexOf(`${text} `, at + 1);
  while (at > 0 && words[at - 1] !== " ");
  return at > 0;
}

/** Whether the dictionary has a field of that name, or it ends as only names of fields do. */
export function isKnown(text: string): boolean {
  if (text === "" || text.length > LONGEST_LABEL) return false;
  const before = known.get(text);
  if (before !== undefined) return before;
  const found =
    pattern(SAID.fieldEnd).test(text) ||
    (!text.includes(" ") && isWord(text)) ||
    ((!isHan(text) || text.includes("的")) &&
      !/\d{2}/.test(text) &&
      isWord(text.replace(every(SAID.frills), "") || text.replace(/[^\u3400-\u9fff]/g, "")));
  if (known.size > 1_000) known.clear();
  known.set(text, found);
  return found;
}

const COLONS = "：:∶﹕︰";

/** A text that ends in a colon and is short enough to be a label. */
export const endsInColon = (text: string): boolean =>
  text.length <= LONGEST_LABEL &&
  COLONS.includes(text.at(-1) ?? " ") &&
  /[A-Za-z\u3400-\u9fff）)\]】*]\s*.$/.test(text);

/** Could be a label by its looks: short, with letters, neither a number nor a date nor a sentence. */
export const looksLikeLabel = (text: string): boolean =>
  text !== "" &&
  text.length <= LONGEST_LABEL &&
  (isHan(text) || (/[A-Za-z\u3400-\u9fff]/.test(text) && !pattern(SAID.noLabelLook).test(text)));

const classOf = (element: Element): string => element.getAttribute("class") ?? "";

/** Whether an element's class says that it is a label. */
export const hasLabelClass = (element: Element): boolean => pattern(SAID.labelClass).test(classOf(element));

/** Whether a table cell's class says that it is a label. */
export const hasLabelCellClass = (cell: Element): boolean =>
  hasLabelClass(cell) || pattern(SAID.cellClass).test(classOf(cell));
