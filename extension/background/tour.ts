// The tour of the first minute: offered on the first page an officer works on, never again once it was seen or waved off.
import type { CaseMemory } from "./cases.ts";
import { caseOfTab, framesOf, tabs } from "./frames.ts";
import { keepLocal, local } from "./kept.ts";
import { deviceOfMember } from "./sync.ts";

/** The page shows its button first (ms). */
const AFTER = 1_200;

/** Offers it on the page that shows this case, to an officer who has not had it here. */
export async function offerTour({ key }: CaseMemory): Promise<void> {
  const device = await deviceOfMember();
  if (device === undefined || (await local("toured"))?.[device] === true) return;
  await new Promise((then) => setTimeout(then, AFTER));
  const tab = tabs().find((one) => caseOfTab(one)?.key === key);
  if (tab === undefined || !framesOf(tab).some(({ frameId }) => frameId === 0)) return;
  await chrome.scripting.executeScript({ target: { tabId: tab, frameIds: [0] }, files: ["/tour.js"] });
}

/** Remembers that the signed-in officer has had it; on a shared PC each officer has it once. */
export async function tourDone(): Promise<void> {
  const device = await deviceOfMember();
  if (device !== undefined) await keepLocal("toured", { ...(await local("toured")), [device]: true });
}
