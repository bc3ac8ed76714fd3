// What the background holds of one open page, asked for as our own pages ask.
import type { Page } from "playwright-core";
import type { TabDescription } from "../../extension/protocol/messages.ts";
import { askBackground } from "../run/steps.ts";

interface Chrome {
  readonly tabs: { query(what: object): Promise<{ id?: number; url?: string }[]> };
  readonly storage: Readonly<
    Record<"session" | "local", { get(key: null): Promise<Record<string, unknown>> }>
  >;
}
declare const chrome: Chrome;

/** What the frames of the page at this address saw, and how it was judged. */
export async function sight(desk: Page, address: string): Promise<TabDescription> {
  const tab = await desk.evaluate(
    async (url) => (await chrome.tabs.query({})).find((one) => one.url === url)?.id,
    address,
  );
  return askBackground<TabDescription>(desk, "describe", { tab: tab ?? -1 });
}

/** The page's labelled values as `label=value`, frame by frame in the order of their paths. */
export const saidIn = ({ frames }: TabDescription): string[] =>
  frames
    .flatMap(({ scan }) => (scan === undefined ? [] : [scan]))
    .sort((a, b) => (a.frame < b.frame ? -1 : 1))
    .flatMap(({ frame, cells }) => cells.map(({ label, value }) => `${frame}:${label}=${value}`));

/** The facts of each person on the page, by field: only those that were read. */
export function personsIn({ frames }: TabDescription): Record<string, unknown>[] {
  const persons = new Map<string, Record<string, unknown>>();
  for (const { reading } of frames)
    for (const { entity, id, field, state, value } of reading?.facts ?? [])
      if (entity === "persons" && state === "known") {
        const person = persons.get(id) ?? {};
        persons.set(id, person);
        person[field] = value;
      }
  return [...persons.values()];
}

/** All that the browser has stored for the extension, as one text: both storage areas, the databases, the console's own keys. */
export const stored = (desk: Page): Promise<string> =>
  desk.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, fail) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => fail(request.error);
      });
    const all: unknown[] = [
      await chrome.storage.session.get(null),
      await chrome.storage.local.get(null),
      { ...localStorage },
      { ...sessionStorage },
    ];
    for (const { name } of await indexedDB.databases()) {
      const db = await done(indexedDB.open(name!));
      for (const store of db.objectStoreNames) {
        // The rules are the same for everybody.
        if (store === "pack") continue;
        const held = db.transaction(store).objectStore(store);
        all.push([store, await done(held.getAllKeys()), await done(held.getAll())]);
      }
      db.close();
    }
    return JSON.stringify(all);
  });

/** The facts that are remembered of the case with this number, as `field=value`; only of one whose officer is signed in. */
export const remembered = async (desk: Page, number: string): Promise<string[]> => {
  const all = await desk.evaluate(() => chrome.storage.session.get(null));
  const [, memory] =
    Object.entries(all).find(([key]) => key.startsWith("case:") && key.endsWith(number)) ?? [];
  const { facts } = (memory ?? { facts: {} }) as {
    facts: Record<string, { field: string; state: string; value?: unknown; page: string }>;
  };
  return Object.values(facts).flatMap(({ field, state, value, page }) =>
    state === "known" && page !== "ledger" ? [`${field}=${String(value)}`] : [],
  );
};
