// Keeps what one frame saw, in the background, and makes its reading when asked.
import type { SiteProfile } from "../../../shared/rules/site-profile.ts";
import type { FrameScan, ScanChange, SentScan } from "../../protocol/frame-scan.ts";
import type { FrameReading } from "../../protocol/messages.ts";
import { unpackCell, unpackScan, unpackTable } from "../../protocol/unpack-scan.ts";
import { type Memory, newMemory } from "./naming.ts";
import { type Pinned, withPinned } from "./pinned.ts";
import { readFrame } from "./read-frame.ts";

export interface FrameReader {
  readonly scan: FrameScan | undefined;
  /** The same without what is pinned: another object whenever the frame has told something. */
  readonly told: FrameScan | undefined;
  /** The frame was read anew. */
  take(scan: SentScan): void;
  /** Some values changed since, or cells and tables in their places; without effect before the first scan. */
  change(change: ScanChange): void;
  /** What stands at places that the site profile names without a label; until it is said anew. */
  pin(pinned: readonly Pinned[]): void;
  /** What it makes of it at `now` (ms); undefined before the first scan. */
  read(profiles: readonly SiteProfile[], now: number): FrameReading | undefined;
}

/** A reader for one frame's port. */
export function frameReader(): FrameReader {
  let scan: FrameScan | undefined;
  let paths: readonly string[] = [];
  let memory: Memory = newMemory();
  let pinned: readonly Pinned[] = [];
  return {
    get scan() {
      return scan && withPinned(scan, pinned);
    },
    get told() {
      return scan;
    },
    take(sent) {
      const fresh = unpackScan(sent);
      if (scan !== undefined && scan.url !== fresh.url) memory = newMemory();
      scan = fresh;
      paths = sent.paths;
    },
    change(change) {
      if (scan === undefined) return;
      const cells = [...scan.cells];
      for (const { at, value, parts } of change.cells) {
        const cell = cells[at];
        if (cell !== undefined) cells[at] = { ...cell, value, parts };
      }
      const tables = [...scan.tables];
      if (change.renewal !== undefined) {
        paths = [...paths, ...change.renewal.paths];
        for (const { at, cell } of change.renewal.cells) cells[at] = unpackCell(cell, paths);
        for (const { at, from, gone, table } of change.renewal.tables) {
          const rows = [...(tables[at]?.rows ?? [])];
          const fresh = unpackTable(table, paths);
          rows.splice(from, gone, ...fresh.rows);
          tables[at] = { ...fresh, rows };
        }
      }
      const touched = new Set(change.touched);
      const groups = scan.groups.map((group) =>
        touched.has(group.dialog ?? group.key) ? { ...group, touched: true } : group,
      );
      scan = { ...scan, cells, tables, groups };
    },
    pin(now) {
      pinned = now;
    },
    read: (profiles, now) =>
      scan === undefined ? undefined : readFrame(withPinned(scan, pinned), profiles, now, memory),
  };
}
