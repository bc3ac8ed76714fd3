// Reads a facts file (one case in dictionary terms) into a fact sheet, or refuses it saying where and why.
import { dictionary } from "../dictionary/dictionary.ts";
import type { ElementId, ElementKind, Field } from "../dictionary/field.ts";
import { squeeze } from "../dictionary/fold.ts";
import { nearestElement, nearestField } from "../dictionary/nearest.ts";
import { ELEMENT_ID } from "../dictionary/path.ts";
import { MAX_ITEMS } from "../dictionary/schema.ts";
import { accepted, type Result, refused } from "./errors.ts";
import { jsonCell } from "./json-value.ts";
import { linkPersons } from "./person-links.ts";
import { policeIn } from "./police-count.ts";
import type { Cell, Element, ElementList, FactSheet } from "./sheet.ts";

/** Largest facts file as text (characters). */
export const MAX_FACTS = 4_000_000;

/** Letter in front of the ids that elements without one are given: `measures` → m1, m2 … */
export const ID_LETTERS: Readonly<Record<ElementId, string>> = {
  case: "c",
  incident: "j",
  dossier: "z",
  persons: "p",
  measures: "m",
  interviews: "i",
  documents: "d",
  approvals: "a",
  recordings: "r",
  venues: "v",
  property: "w",
  interferences: "f",
  examinations: "x",
  requests: "q",
  penalties: "c",
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Field of an element for a key of the file: its id, else its label, a synonym or a code. */
function fieldFor({ fields }: ElementKind, key: string): Field | undefined {
  const bare = squeeze(key);
  return (
    fields.find(({ id }) => id === bare) ??
    fields.find(({ label }) => squeeze(label) === bare) ??
    fields.find(({ synonyms }) => synonyms.some((word) => squeeze(word) === bare)) ??
    fields.find(({ codes }) => codes.includes(bare.toUpperCase()))
  );
}

function readElement(kind: ElementKind, value: unknown, at: string, fallbackId: string): Result<Element> {
  if (!isRecord(value)) return refused("bad-shape", `${kind.label} 应当是一个对象 {…}`, at);
  const cells: Record<string, Cell> = {};
  const keys = new Map<string, string>();
  let id = fallbackId;
  let police: number | undefined;
  for (const [key, given] of Object.entries(value)) {
    if (key === "id") {
      if (typeof given !== "string" || !ELEMENT_ID.test(given))
        return refused("bad-value", "id 应当是不超过 64 个的字母、数字、_ 或 -", `${at}.id`);
      id = given;
      continue;
    }
    const field = fieldFor(kind, key);
    if (field === undefined) {
      const near = nearestField(kind.id, key, [kind]);
      return refused(
        "unknown-field",
        `${kind.label} 没有字段 ${key.slice(0, 40)}${near === undefined ? "" : `:是否想写 ${near}`}`,
        `${at}.${key.slice(0, 40)}`,
      );
    }
    const before = keys.get(field.id);
    if (before !== undefined)
      return refused("bad-shape", `${before} 和 ${key} 是同一个字段 ${field.id}:请只写一个`, `${at}.${key}`);
    keys.set(field.id, key);
    const cell = jsonCell(field, given, `${at}.${key}`);
    if (!cell.ok) return cell;
    cells[field.id] = cell.value;
    if (kind.id === "interviews" && field.id === "askers")
      police = policeIn(Array.isArray(given) ? given : [given]);
  }
  // Askers that carry their standing (陈立 民警) say themselves how many of them are police.
  if (police !== undefined && cells.askerPoliceCount === undefined) cells.askerPoliceCount = police;
  return accepted({ id, cells });
}

function readList(kind: ElementKind, value: unknown, at: string, complete: boolean): Result<ElementList> {
  if (!Array.isArray(value)) return refused("bad-shape", `${kind.label} 应当是一个列表 […],没有的写 []`, at);
  if (value.length > MAX_ITEMS) return refused("too-large", `${kind.label} 超过 ${MAX_ITEMS} 条`, at);
  const given = new Set(value.map((one: unknown) => (isRecord(one) ? one.id : undefined)));
  const items: Element[] = [];
  const taken = new Set<string>();
  let next = 1;
  for (const [index, one] of (value as readonly unknown[]).entries()) {
    while (given.has(`${ID_LETTERS[kind.id]}${next}`)) next++;
    const element = readElement(kind, one, `${at}[${index}]`, `${ID_LETTERS[kind.id]}${next}`);
    if (!element.ok) return element;
    const { id } = element.value;
    if (taken.has(id))
      return refused("bad-shape", `${kind.label} 有两个 id 都是 ${id}`, `${at}[${index}].id`);
    if (id === `${ID_LETTERS[kind.id]}${next}`) next++;
    items.push(element.value);
    taken.add(id);
  }
  return accepted({ items, complete });
}

/**
 * Reads one case: `{ case: {…}, incident: {…}, persons: […], "interviews+": […] }`. Keys of elements are ids or Chinese
 * labels, a `+` behind a list's key says that there may be more; keys of fields are ids, labels, synonyms or codes.
 * `null` = looked and blank, left out = unread, instants are ISO 8601 with offset or a date alone.
 */
export function readFactsJson(input: unknown, kinds: readonly ElementKind[] = dictionary): Result<FactSheet> {
  if (!isRecord(input)) return refused("bad-shape", '事实文件应当是一个对象 { "case": {…}, … }');
  const sheet: Partial<Record<ElementId, Element | ElementList>> = {};
  for (const [key, value] of Object.entries(input)) {
    const name = squeeze(key);
    const open = name.endsWith("+");
    const word = open ? name.slice(0, -1) : name;
    const kind = kinds.find(({ id, label }) => id === word || label === word);
    if (kind === undefined) {
      const near = nearestElement(word, kinds);
      return refused(
        "unknown-field",
        `没有要素 ${key.slice(0, 40)}${near === undefined ? "" : `:是否想写 ${near}`}`,
        key.slice(0, 40),
      );
    }
    if (sheet[kind.id] !== undefined) return refused("bad-shape", `${kind.label} 写了两次:请只写一个`, key);
    if (open && kind.cardinality === "one")
      return refused("bad-shape", `${kind.label} 只有一个,不能写 +`, key);
    const part =
      kind.cardinality === "one" ? readElement(kind, value, key, "") : readList(kind, value, key, !open);
    if (!part.ok) return part;
    sheet[kind.id] = part.value;
  }
  return accepted(linkPersons(sheet as FactSheet));
}

/** The same from a file's text; refuses what is too large or no JSON. */
export function readFactsText(text: string): Result<FactSheet> {
  if (text.length > MAX_FACTS) return refused("too-large", `事实文件超过 ${MAX_FACTS} 字`);
  let input: unknown;
  try {
    input = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    return refused(
      "bad-json",
      `事实文件不是有效的 JSON:${error instanceof Error ? error.message.slice(0, 120) : ""}`,
    );
  }
  return readFactsJson(input);
}
