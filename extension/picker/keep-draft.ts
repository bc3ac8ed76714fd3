// Keeps the draft: what its pages show from now on, and each page that it knows, captured as a test.
import type { CapturedPage } from "../protocol/picking.ts";
import { words } from "../words/picker.ts";
import { testPageOf } from "./capture/test-page.ts";
import type { PickerStore } from "./picker-store.ts";
import { showing } from "./steps.ts";

/** What is kept with the draft: each frame that it knows, as a test. */
function captures(store: PickerStore): readonly CapturedPage[] {
  const view = store.view.value;
  if (view === undefined) return [];
  const now = Date.now();
  const chance = (): number => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32;
  return view.frames.flatMap((pick) => {
    const at = store.documents.value.find(({ frame }) => frame === pick.scan.frame);
    // A frame of which nothing is read tests nothing.
    if (at === undefined || pick.reading.facts.length === 0) return [];
    return testPageOf(pick, at.document, view.profile, now, chance) ?? [];
  });
}

/** Keeps the draft and says what was kept, or why it was not. */
export async function keepDraft(store: PickerStore): Promise<void> {
  let shown = 0;
  for (const { page, fields } of store.shows.value) {
    const kept = fields.flatMap((one) => (one.kept ? [one.path] : []));
    shown += kept.length;
    const { shows = [] } = page;
    const same = shows.length === kept.length && kept.every((path) => shows.includes(path));
    const frame = store.view.value?.frames.find((pick) => pick.page === page.id)?.scan.frame;
    if (same || frame === undefined) continue;
    if (!(await store.make(frame, words.step.shows, (old, id) => showing(old, id, kept)))) return;
  }
  const tests = captures(store);
  const answer = await store.surface.ask("pick-save", { tests });
  if (!answer.ok) store.say(words.failed, { small: answer.message, bad: true });
  else
    store.say(words.saved, {
      small: words.savedWhy(tests.length, shown),
      act: {
        label: words.open,
        run: () => void store.surface.ask("open-console", { path: `/profiles/${answer.value}` }),
      },
    });
}
