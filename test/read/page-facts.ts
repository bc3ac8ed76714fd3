// Reads a page that is kept as a file as the extension reads it, and says its facts in lines that a person can write.
import type { FrameScan } from "../../extension/protocol/frame-scan.ts";
import { unpackScan } from "../../extension/protocol/unpack-scan.ts";
import { classWords } from "../../extension/reading/facts/class-words.ts";
import { labelWords } from "../../extension/reading/facts/label-words.ts";
import { newMemory } from "../../extension/reading/facts/naming.ts";
import { readFrame } from "../../extension/reading/facts/read-frame.ts";
import { keys, scanOf } from "../../extension/reading/frame-scan.ts";
import { learnLabels } from "../../extension/reading/label.ts";
import { learnClasses } from "../../extension/reading/libraries.ts";
import { scanAll } from "../../extension/reading/scan.ts";
import type { Fact } from "../../shared/facts/fact.ts";
import { instantKey } from "../../shared/time/civil.ts";

export interface PageFacts {
  readonly pageKind: string;
  /** `measures.2.startedAt=known:2026-03-05 14:30`: the second measure of the page; unread ones with their reason. */
  readonly facts: readonly string[];
}

/** What the file says that a script of the page would have made: shadow roots and the insides of frames. */
function finish(document: Document): void {
  // This DOM takes another option than the one that is marked when the first one is empty.
  for (const option of document.querySelectorAll<HTMLOptionElement>("option[selected]"))
    if (option.closest("select")?.multiple === false) option.closest("select")!.value = option.value;
  for (const host of document.querySelectorAll("[data-shadow]")) {
    const root = host.attachShadow({ mode: "open" });
    root.innerHTML = host.innerHTML;
    host.innerHTML = "";
  }
}

const said = (value: Fact["value"]): string =>
  typeof value === "number" && value > 1e11
    ? instantKey(value).replace("T", " ").slice(0, 16)
    : Array.isArray(value)
      ? value.join("、")
      : String(value);

/** Facts as lines, the things of each list numbered as they come. */
export function factLines(facts: readonly Fact[]): readonly string[] {
  const numbers = new Map<string, Map<string, number>>();
  return facts.map(({ entity, id, field, state, value, reason }) => {
    const ids = numbers.get(entity) ?? new Map<string, number>();
    numbers.set(entity, ids);
    if (id !== "" && !ids.has(id)) ids.set(id, ids.size + 1);
    const thing = id === "" ? entity : `${entity}.${ids.get(id)}`;
    return `${thing}.${field}=${state}:${value === undefined ? (reason ?? "") : said(value)}`;
  });
}

/** What a frame with `html` sees. */
export function scanFile(html: string, document: Document): FrameScan {
  document.documentElement.innerHTML = html.replace(/^\s*<!doctype html>\s*<html[^>]*>|<\/html>\s*$/gi, "");
  finish(document);
  learnLabels(labelWords());
  learnClasses(classWords());
  const about = { frame: "", profile: undefined, slow: false, keys: keys() };
  return unpackScan(scanOf(scanAll(document.body), document, about).scan);
}

/** Reads `html` as one frame, by the dictionary alone. */
export function pageFacts(html: string, document: Document): PageFacts {
  const { pageKind, facts } = readFrame(scanFile(html, document), [], 1, newMemory());
  return { pageKind, facts: factLines(facts) };
}
