// Mounts the overlay over the stand-in host page with the sample named in the address: `?state=clear&theme=dark`.

import { FIRST_PLACE } from "../../extension/overlay/kept-place.ts";
import { hashesFor } from "../../extension/overlay/note-anchor.ts";
import { startOverlay } from "../../extension/overlay/overlay.ts";
import { mountPanel } from "../../extension/overlay/panel/mount.tsx";
import { patience } from "../../extension/overlay/stay.ts";
import type { Ask } from "../../extension/overlay/surface.ts";
import { pickUp } from "../../extension/overlay/surface.ts";
import { flowOf } from "../../extension/overlay/text-flow.ts";
import type { NoteAnchor } from "../../shared/supervision/note.ts";
import { samples } from "./samples.ts";

const query = new URLSearchParams(location.search);
if (query.get("theme") === "dark") document.body.classList.add("dark");
const sample = samples[query.get("state") ?? "ready"]!;

/** Anchors two of the sample notes to what stands on the page, as the note form would. */
function anchored(css: string, quote: string): NoteAnchor {
  const flow = flowOf(document.body);
  const start = flow.text.indexOf(quote);
  const hashes = hashesFor(flow.text, start, start + quote.length);
  const run = flow.runs.find((each) => start >= each.start && start < each.end)!;
  return {
    page: "interview",
    url: "/",
    frame: "",
    css,
    start: start - run.start,
    end: start - run.start + quote.length,
    ...(typeof hashes === "string" ? {} : hashes),
  };
}

const notes = sample.notes.map((note) =>
  note.id === "n1"
    ? { ...note, anchor: anchored("#text", "放到朋友家了。") }
    : note.id === "n2"
      ? { ...note, anchor: anchored("#remark > span", "请补充询问朋友的住址。") }
      : {
          ...note,
          anchor: { ...note.anchor, start: 3, end: 9, quoteHash: "00", prefixHash: "00", suffixHash: "00" },
        },
);

const asked: unknown[] = [];
const ask = (async (type: string, input: unknown) => {
  asked.push([type, input]);
  if (type === "load-panel") mountPanel(pickUp()!);
  return { ok: true, value: null };
}) as Ask;

const overlay = startOverlay({
  frame: "",
  ask,
  send: (message) => asked.push(message),
  reread: () => undefined,
  keep: () => undefined,
  kept: Promise.resolve(FIRST_PLACE),
  patience: patience(),
  reopened: () => undefined,
});
overlay.hear({ type: "state", state: { ...sample, notes } });
Object.assign(globalThis, { overlay, asked, samples, surface: pickUp() });
if (query.get("open") !== null) overlay.hear({ type: "toggle-panel" });
