// Reads one frozen page the way a frame does and returns what was read in words that a person could have written.

import { newMemory } from "../../extension/reading/facts/naming.ts";
import { readFrame } from "../../extension/reading/facts/read-frame.ts";
import { fieldOf } from "../../shared/dictionary/dictionary.ts";
import type { ElementId } from "../../shared/dictionary/field.ts";
import type { Fact } from "../../shared/facts/fact.ts";
import type { Read } from "./blind-score.ts";
import { scanFile } from "./page-facts.ts";

/** An instant as a page would show it: `2026-03-05 14:30`, with seconds only where there are some. */
function clock(ms: number): string {
  const text = new Date(ms + 8 * 3_600_000).toISOString().replace("T", " ").slice(0, 19);
  return text.endsWith(":00") ? text.slice(0, -3) : text;
}

function shown({ entity, field, state, value }: Fact): string {
  if (state !== "known") return `${state}:`;
  const isInstant = fieldOf(entity as ElementId, field)?.type.is === "instant";
  const text =
    isInstant && typeof value === "number"
      ? clock(value)
      : Array.isArray(value)
        ? value.join("、")
        : String(value);
  return `known:${text}`;
}

/** What is read of a page's markup; instants are written as day and clock of +08:00. */
export function readBlind(html: string): Read {
  const scan = scanFile(html, document);
  const { pageKind, facts } = readFrame(scan, [], 1, newMemory());
  return {
    pageKind,
    // A paper's sentences have no label: what they say is among the facts.
    cells: scan.cells
      .filter(({ label, codes }) => label !== "" || codes.length > 0)
      .map(({ label, value }) => ({ label, value })),
    tables: scan.tables.map(({ columns, rows, complete }) => ({
      columns,
      rows: rows.map(({ cells }) => cells),
      complete,
    })),
    facts: facts.map((fact) => ({
      entity: fact.entity,
      id: fact.id,
      field: fact.field,
      state: fact.state,
      shown: shown(fact),
      label: fact.evidence?.label ?? "",
    })),
  };
}
