// Steps that every run repeats: signing the browser in, asking the background what it holds.
import type { Page } from "playwright-core";
import type { Finding } from "../../shared/rules/finding.ts";
import type { Browser } from "./browser.ts";
import type { Account } from "./people.ts";

interface Answered<T> {
  readonly ok: boolean;
  readonly value: T;
  readonly code?: string;
  readonly message?: string;
}

interface Chrome {
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
}
declare const chrome: Chrome;

/** One of our own pages, from which the background may be asked anything. */
export async function ownPage(browser: Browser): Promise<Page> {
  const address = await browser.own("/console.html");
  const open = browser.context.pages().find((p) => p.url().startsWith(address));
  if (open !== undefined) return open;
  const page = await browser.context.newPage();
  await page.goto(address);
  return page;
}

/** Asks the background as our own page does; throws with its refusal. */
export async function askBackground<T>(page: Page, ask: string, input: unknown = {}): Promise<T> {
  // As text: of a long answer the driver would otherwise carry each value by itself.
  const text = await page.evaluate(async (m) => JSON.stringify(await chrome.runtime.sendMessage(m)), {
    ask,
    input,
  });
  const answer = JSON.parse(text) as Answered<T>;
  if (!answer.ok) throw new Error(`${ask}: ${answer.code} ${answer.message}`);
  return answer.value;
}

/** Sets the worker's address and signs in, as somebody who has had the tour unless it is wanted. */
export async function signInBrowser(
  browser: Browser,
  url: string,
  { account, password }: Account,
  tour = false,
): Promise<Page> {
  const page = await ownPage(browser);
  await askBackground(page, "set-server", { url });
  await askBackground(page, "sign-in", { account, password });
  if (!tour) await askBackground(page, "tour-done");
  return page;
}

export interface Status {
  readonly waiting: number;
  readonly sent: number;
  readonly receipts: number;
  readonly cases: readonly { readonly key: string; readonly findings: readonly Finding[] }[];
  readonly pack: { readonly revision: number; readonly label: string; readonly refused?: string };
  readonly nextAlarm?: number;
  readonly lastError?: string;
}

export const status = (page: Page): Promise<Status> => askBackground<Status>(page, "status");

/** The findings of the case with this number. */
export async function findingsOf(page: Page, number: string): Promise<readonly Finding[]> {
  // Looked for where the answer comes: the other cases need not be carried here each time.
  const text = await page.evaluate(async (wanted) => {
    const { value } = (await chrome.runtime.sendMessage({ ask: "status", input: {} })) as Answered<Status>;
    const found = value.cases.find(({ key }) => key.toUpperCase().endsWith(wanted));
    return JSON.stringify(found?.findings ?? []);
  }, number.toUpperCase());
  return JSON.parse(text) as readonly Finding[];
}

/** Waits until a question has an answer; one that is long in answering is asked less often. Throws naming the question. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | false>,
  ms = 20_000,
): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const from = Date.now();
    const found = await ask();
    if (found !== undefined && found !== false) return found;
    const now = Date.now();
    if (now > end) throw new Error(`${what}: not within ${ms} ms`);
    await new Promise((r) => setTimeout(r, Math.max(150, now - from)));
  }
}
