// Reads a piece of HTML as the tests of this room need it: cells as `label=value`, tables as rows of texts, facts as lines.

import type { SiteProfile } from "../../shared/rules/site-profile.ts";
import type { FrameReading } from "../protocol/messages.ts";
import { tickedIn } from "../protocol/signed-choices.ts";
import { unpackScan } from "../protocol/unpack-scan.ts";
import type { Unit } from "./cell.ts";
import { classWords } from "./facts/class-words.ts";
import { labelWords } from "./facts/label-words.ts";
import { newMemory } from "./facts/naming.ts";
import { readFrame } from "./facts/read-frame.ts";
import { keys, scanOf } from "./frame-scan.ts";
import { learnLabels } from "./label.ts";
import { learnClasses } from "./libraries.ts";
import { type ScanOptions, scanAll } from "./scan.ts";

/** Puts HTML into the document and reads it. */
export function unitsOf(html: string, options?: ScanOptions): readonly Unit[] {
  learnLabels(labelWords());
  learnClasses(classWords());
  document.body.innerHTML = html;
  return scanAll(document.body, options);
}

/** `label=value` of every cell, in the order of the page. */
export const cellsOf = (html: string): readonly string[] =>
  unitsOf(html).flatMap(({ cells }) => cells.map(({ label, value }) => `${label}=${tickedIn(value)}`));

/** Columns and rows of every table. */
export const tablesOf = (html: string) =>
  unitsOf(html).flatMap(({ tables }) =>
    tables.map(({ columns, rows, complete }) => ({
      columns: columns.join("|"),
      rows: rows.map((row) => row.cells.map(({ text }) => tickedIn(text)).join("|")),
      complete,
    })),
  );

/** The reading of HTML as one frame at instant 1. */
export function readingOf(html: string, profile?: SiteProfile, options?: ScanOptions): FrameReading {
  const units = unitsOf(html, options);
  const { scan } = scanOf(units, document, { frame: "", profile, slow: false, keys: keys() });
  return readFrame(unpackScan(scan), profile === undefined ? [] : [profile], 1, newMemory());
}

/** `measures.startedAt=known:2026-03-05`, in the order of the page; unread ones with their reason. */
export const factsOf = (html: string, profile?: SiteProfile): readonly string[] =>
  readingOf(html, profile).facts.map(
    ({ entity, field, state, value, reason }) => `${entity}.${field}=${state}:${value ?? reason ?? ""}`,
  );
