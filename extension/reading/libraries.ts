// What an element is by its tag, its role and the class names by which component libraries mark labels, values and grids.

/** What an element is by its tag, role and classes; several may hold. */
export const IS = {
  /** Pickers, menus, pagers, messages: no facts in them. */
  noContent: 1,
  formItem: 2,
  grid: 4,
  descriptionLabel: 8,
  descriptionValue: 16,
  select: 32,
  tag: 64,
  choice: 128,
  switch: 256,
  /** Beside a control but no part of its value: buttons, error texts, counters. */
  adornment: 512,
  heading: 1024,
  /** Box whose pairs belong together. */
  group: 2048,
  /** Box that lies over the page. */
  dialog: 4096,
  /** Row or part of a grid that is no record. */
  noRecord: 8192,
  /** Copy of fixed columns. */
  copy: 16384,
  pager: 32768,
  /** Grid that draws only the rows in view. */
  virtual: 65536,
  formLabel: 131072,
  formContent: 262144,
  /** Prompt that a library writes into the box itself. */
  prompt: 524288,
  /** Choice or switch that is on. */
  chosen: 1048576,
  /** Where the page lies among others; within a value it is the value. */
  trail: 2097152,
  /** Box of which one is shown at a time; some are only made transparent. */
  pane: 4194304,
} as const;

type Flag = (typeof IS)[keyof typeof IS];

/** A line for each kind, its bits and then its words, a space on either side of each. */
let kindWords = "";
let byTag: Record<string, number> = {};
let byRole: Record<string, number> = {};

/** What the background sends along because every page would have to load it: selectors, words, patterns. */
export const SAID = {
  chosen: 0,
  splitHeader: 1,
  splitBody: 2,
  splitGrid: 3,
  drawnRow: 4,
  switchWord: 5,
  checkedInside: 6,
  controls: 7,
  itemInside: 8,
  cellInside: 9,
  apart: 10,
  pager: 11,
  pages: 12,
  titles: 13,
  acts: 14,
  iconOff: 15,
  iconSurelyOn: 16,
  iconOn: 17,
  more: 18,
  padded: 19,
  pairHead: 20,
  padding: 21,
  marks: 22,
  noLabelLook: 23,
  frills: 24,
  views: 25,
  viewTitles: 26,
  viewRows: 27,
  gridCells: 28,
  blocks: 29,
  silent: 30,
  prompt: 31,
  inlineTags: 32,
  noLabelTags: 33,
  hiddenCopy: 34,
  drawn: 35,
  hint: 36,
  dateMarks: 37,
  bareMarks: 38,
  between: 39,
  inline: 40,
  states: 41,
  noLabel: 42,
  summary: 43,
  sum: 44,
  pressed: 45,
  asks: 46,
  saves: 47,
  madeUp: 48,
  labelClass: 49,
  cellClass: 50,
  unit: 51,
  total: 52,
  pageCount: 53,
  wordsEnd: 54,
  iconTags: 55,
  labelEnd: 56,
  year: 57,
  dateGoesOn: 58,
  ticked: 59,
  anyPair: 60,
  filledPair: 61,
  speech: 62,
  typesElsewhere: 63,
  dashes: 64,
  noValueTags: 65,
  sentence: 69,
  code: 66,
  natural: 67,
  noTitle: 68,
  typed: 70,
  dateOnly: 71,
  timeOnly: 72,
  noBoxes: 73,
  fieldEnd: 74,
} as const;

type Told = (typeof SAID)[keyof typeof SAID];

/** By their numbers in `SAID`. */
export const told: string[] = [];

const patterns = new Map<Told, RegExp>();

const sets = new Map<Told, Set<string>>();

/** Whether a word is among those that were sent by that name. */
export function isIn(name: Told, word: string): boolean {
  let made = sets.get(name);
  if (made === undefined) sets.set(name, (made = new Set(told[name]?.split(" "))));
  return made.has(word);
}

const everies = new Map<Told, RegExp>();

/** The same pattern for all its places in a text. */
export function every(name: Told): RegExp {
  let made = everies.get(name);
  if (made === undefined) everies.set(name, (made = new RegExp(told[name] ?? "$.", "g")));
  return made;
}

/** One of the patterns that were sent. */
export function pattern(name: Told): RegExp {
  let made = patterns.get(name);
  if (made === undefined) patterns.set(name, (made = new RegExp(told[name] ?? "$.", "i")));
  return made;
}

/** Learns what elements are by class, by `#TAG` and by `~role`: a line for each kind, its bits and then its words. */
export function learnClasses(lines: string): void {
  byClassName.clear();
  patterns.clear();
  everies.clear();
  sets.clear();
  byTag = {};
  byRole = {};
  kindWords = "";
  for (const line of lines.split("\n"))
    if (line[0] === "@") told[Number.parseFloat(line.slice(1))] = line.slice(line.indexOf(" ") + 1);
    else kindWords += `\n${line} `;
}

/** The bits of a word. A page has few: to look for them costs less than to make a table of all that there are. */
function bitsOf(word: string): number {
  let bits = 0;
  const between = ` ${word} `;
  for (let at = kindWords.indexOf(between); at >= 0; at = kindWords.indexOf(between, at + 1))
    bits |= Number.parseFloat(kindWords.slice(kindWords.lastIndexOf("\n", at) + 1));
  return bits;
}

const byClassName = new Map<string, number>();

function ofClassName(className: string): number {
  const before = byClassName.get(className);
  if (before !== undefined) return before;
  let flags = 0;
  for (const word of className.split(/\s+/)) flags |= bitsOf(word);
  if (byClassName.size > 5_000) byClassName.clear();
  byClassName.set(className, flags);
  return flags;
}

/** What an element is, as a set of the bits in `IS`; asked anew each time, which costs no more than to remember it. */
export function kindOf(element: Element): number {
  // Reading properties costs a third of reading attributes; SVG's className is no string.
  const { className, role } = element as { className: unknown; role?: string | null };
  const said = role === undefined ? element.getAttribute("role") : role;
  return (
    (byTag[element.tagName] ??= bitsOf(`#${element.tagName}`)) |
    (said === null ? 0 : (byRole[said] ??= bitsOf(`~${said}`))) |
    (typeof className === "string" && className !== "" ? ofClassName(className) : 0)
  );
}

/** Whether an element is of that kind. */
export const is = (element: Element, flag: Flag): boolean => (kindOf(element) & flag) !== 0;
