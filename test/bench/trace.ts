// How long an extension's script keeps a page's main thread busy, from the browser's own trace.
import type { CDPSession, Page } from "playwright-core";

interface TraceEvent {
  readonly ph: string;
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Time on the processor, without waiting for it. */
  readonly tdur?: number;
  readonly args?: unknown;
}

export interface Busy {
  /** Begin (µs on the trace's clock) and length (ms) of each outermost piece of extension work. */
  readonly pieces: readonly { readonly at: number; readonly ms: number }[];
  /** Times (µs) of key presses that reached the page. */
  readonly keys: readonly number[];
  /** Times (µs) at which the page said `performance.mark("event")`. */
  readonly marks: readonly number[];
}

/** Traces what happens during `during` on the renderer of `page`. */
export async function traced(page: Page, during: () => Promise<void>): Promise<Busy> {
  const browser = page.context().browser();
  const session: CDPSession = browser
    ? await browser.newBrowserCDPSession()
    : await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }) => void events.push(...(value as unknown as TraceEvent[])));
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: {
      // No more than is used: what is traced besides is paid for by the script that is measured.
      includedCategories: ["devtools.timeline", "blink.user_timing"],
    },
  });
  await during();
  const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.end");
  await complete;
  await session.detach();
  return busy(events);
}

/** Script of an extension on the page, not its background in another process. */
const onPage = (args: string): boolean => /chrome-extension:\/\/[a-p]{32}\/(?!background)/.test(args);

function busy(events: readonly TraceEvent[]): Busy {
  const ours = events
    .filter(({ ph, dur, args }) => ph === "X" && dur !== undefined && onPage(JSON.stringify(args ?? {})))
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const pieces: { at: number; ms: number }[] = [];
  const ends = new Map<string, number>();
  for (const { pid, tid, ts, dur = 0, tdur } of ours) {
    const thread = `${pid}/${tid}`;
    if (ts < (ends.get(thread) ?? 0)) continue;
    ends.set(thread, ts + dur);
    pieces.push({ at: ts, ms: (tdur ?? dur) / 1000 });
  }
  const keys = events
    .filter(({ name, args }) => name === "EventDispatch" && JSON.stringify(args).includes('"keydown"'))
    .map(({ ts }) => ts)
    .sort((a, b) => a - b);
  const marks = events
    .filter(({ name, ph }) => name === "event" && (ph === "I" || ph === "R" || ph === "i"))
    .map(({ ts }) => ts)
    .sort((a, b) => a - b);
  return { pieces, keys, marks };
}

/** Extension work (ms) from each of these times to the next. */
const between = ({ pieces }: Busy, times: readonly number[]): readonly number[] =>
  times.map((from, at) => {
    const until = times[at + 1] ?? Number.POSITIVE_INFINITY;
    return pieces
      .filter((piece) => piece.at >= from && piece.at < until)
      .reduce((sum, { ms }) => sum + ms, 0);
  });

/** Extension work (ms) from each key press to the next. */
export const perKey = (busy: Busy): readonly number[] => between(busy, busy.keys);

/** Extension work (ms) from each mark to the next. */
export const perMark = (busy: Busy): readonly number[] => between(busy, busy.marks);

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
};
