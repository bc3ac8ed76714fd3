// Answers what this frame saw and what it made of it, for the tool that reads a page from the command line.
import type { Fact } from "../../shared/facts/fact.ts";
import { cssPath } from "./css-path.ts";
import type { ReadingSession } from "./start-reading.ts";

export interface FrameDescription {
  readonly frame: string;
  readonly url: string;
  readonly pageKind: string;
  readonly cells: readonly { readonly label: string; readonly value: string; readonly css: string; readonly frame: string }[];
  readonly tables: readonly {
    readonly columns: readonly string[];
    readonly rows: readonly (readonly string[])[];
    readonly css: string;
    readonly frame: string;
  }[];
  readonly facts: readonly Fact[];
  /** Pieces of the page that could not be read, and why. */
  readonly faults: readonly { readonly css: string; readonly why: string }[];
}

const before = (a: Element, b: Element): number =>
  a === b ? 0 : (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 ? -1 : 1;

/** All label/value pairs and tables of the frame in the order of the page, with the facts that they became. */
export function describeFrame(session: ReadingSession, frame: string, url: string): FrameDescription {
  const { units, current } = session;
  const cells = units.flatMap((unit) => unit.cells).sort((a, b) => before(a.node, b.node));
  const tables = units.flatMap((unit) => unit.tables).sort((a, b) => before(a.node, b.node));
  return {
    frame,
    url,
    pageKind: current?.pageKind ?? "",
    cells: cells.map(({ label, value, codes, node }) => ({
      label: label || (codes[0] ?? ""),
      value,
      css: cssPath(node),
      frame,
    })),
    tables: tables.map(({ columns, rows, node }) => ({
      columns,
      rows: rows.map((row) => row.cells.map(({ text }) => text)),
      css: cssPath(node),
      frame,
    })),
    facts: current?.facts ?? [],
    faults: units.flatMap(({ root, fault }) => (fault === undefined ? [] : [{ css: cssPath(root), why: fault }])),
  };
}

/** Longest wait for a page that keeps changing (ms). */
const PATIENCE = 5_000;

/** Answers `{ type: "describe" }` of our own background with this frame's description, once nothing is waiting to be read. */
export function answerDescribe(session: ReadingSession, frame: string, document: Document, signal: AbortSignal): void {
  const answer = (message: unknown, sender: chrome.runtime.MessageSender, reply: (answer: FrameDescription) => void): boolean => {
    if (sender.id !== chrome.runtime.id || sender.tab !== undefined) return false;
    if ((message as { type?: unknown } | null)?.type !== "describe") return false;
    void session.settled(PATIENCE).then(() => reply(describeFrame(session, frame, document.location.href)));
    return true;
  };
  chrome.runtime.onMessage.addListener(answer);
  signal.addEventListener("abort", () => chrome.runtime.onMessage.removeListener(answer));
}
