// Tells when a page kind no longer yields a field as often as it used to: by its own history, not by a fixed mark.

/** How often a field was found where its page kind should show it. */
export interface Hits {
  readonly seen: number;
  readonly hit: number;
}

/** One field's history on one page kind in one browser. */
export interface FieldHits extends Hits {
  /** The latest views, the newest last: `1` found, `0` not. */
  readonly last: string;
  /** When the first of the views without it was (ms); only while it has fallen. */
  readonly since?: number;
}

export interface PageHits {
  /** What the profile said of the page then: a changed profile begins anew. */
  readonly sign: string;
  readonly fields: Readonly<Record<string, FieldHits>>;
}

/** So often a field counts as found before anybody has looked: the profile says that the page shows it. */
const PRIOR = 10;
/** Views that are looked at for a fall. */
const WINDOW = 10;
const LEAST = 3;
/** Views after which a field's own history tells how often it is found. */
const TELLING = 10;
/** A fall this unlikely by chance is none by chance. */
const CHANCE = 0.001;

/** The chance of at most `hit` finds in `seen` views, each with the chance `rate`. */
function atMost(hit: number, seen: number, rate: number): number {
  let term = (1 - rate) ** seen;
  let total = term;
  for (let k = 1; k <= hit; k++) {
    term *= ((seen - k + 1) / k) * (rate / (1 - rate));
    total += term;
  }
  return total;
}

/** Whether so few finds lately cannot be chance, given how it was before. */
export function fallen(before: Hits, lately: Hits): boolean {
  if (lately.seen < LEAST) return false;
  if (lately.hit === 0) {
    const rate = (before.hit + PRIOR + 1) / (before.seen + PRIOR + 2);
    return atMost(0, lately.seen, rate) < CHANCE;
  }
  if (before.seen < TELLING) return false;
  const rate = (before.hit + 1) / (before.seen + 2);
  return lately.hit / lately.seen < rate && atMost(lately.hit, lately.seen, rate) < CHANCE;
}

const tally = (views: string): Hits => ({
  seen: views.length,
  hit: [...views].filter((view) => view === "1").length,
});

const sum = (a: Hits, b: Hits): Hits => ({ seen: a.seen + b.seen, hit: a.hit + b.hit });

/** Whether any of the latest stretches of views has fallen below what came before it. */
function hasFallen(before: Hits, last: string): boolean {
  for (let length = LEAST; length <= last.length; length++)
    if (fallen(sum(before, tally(last.slice(0, -length))), tally(last.slice(-length)))) return true;
  return false;
}

/**
 * The history with one more view at `now` (ms). While a field has fallen its misses do not become its history: it is fallen
 * until it is found again three times.
 */
export function withView(old: FieldHits | undefined, found: boolean, now: number): FieldHits {
  const { seen, hit, last, since } = old ?? { seen: 0, hit: 0, last: "" };
  const views = `${last}${found ? "1" : "0"}`;
  if (since !== undefined) {
    const back = views.endsWith("1".repeat(LEAST));
    return back ? { seen, hit, last: "1".repeat(LEAST) } : { seen, hit, last: views.slice(-WINDOW), since };
  }
  const before = sum({ seen, hit }, tally(views.slice(0, Math.max(0, views.length - WINDOW))));
  const kept = views.slice(-WINDOW);
  return hasFallen(before, kept) ? { ...before, last: kept, since: now } : { ...before, last: kept };
}

/** Fields of a page kind that have fallen, with since when (ms). */
export const fallenFields = (page: PageHits | undefined): readonly { field: string; since: number }[] =>
  Object.entries(page?.fields ?? {}).flatMap(([field, { since }]) =>
    since === undefined ? [] : [{ field, since }],
  );
