// The desk's requests: shows a case on its platform, and tells the names that this browser session has read.
import type { DeskRequests } from "../protocol/desk.ts";
import type { Answer } from "../protocol/messages.ts";
import { WORDS } from "../words/desk-background.ts";
import { knownCases, mergedCase } from "./cases.ts";
import { caseOfTab, tabs } from "./frames.ts";
import { local } from "./kept.ts";
import { placeOf } from "./places.ts";
import { references } from "./references.ts";

const no = (message: string): Answer<never> => ({ ok: false, code: "not-found", message });

/** Brings a tab that shows the case to the front; false when none does. */
async function showTab(caseKey: string): Promise<boolean> {
  const tab = tabs().find((one) => caseOfTab(one)?.key === caseKey);
  if (tab === undefined) return false;
  const { windowId } = await chrome.tabs
    .update(tab, { active: true })
    .then((shown) => shown ?? { windowId: -1 });
  if (windowId >= 0) await chrome.windows.update(windowId, { focused: true });
  return true;
}

type DeskAnswerers = {
  readonly [K in keyof DeskRequests]: (input: DeskRequests[K]["in"]) => Promise<DeskRequests[K]["out"]>;
};

export const deskAnswers: DeskAnswerers = {
  async "open-case"({ caseKey, number, platform }) {
    if (await showTab(caseKey)) return { ok: true, value: "shown" };
    const place = await placeOf(caseKey, number);
    if (place === undefined) return no(WORDS.noPlace(platform));
    await chrome.tabs.create({ url: place.url });
    return { ok: true, value: place.exact ? "opened" : "platform" };
  },
  async names() {
    const key = await local("referenceKey");
    const names: Record<string, string> = {};
    if (key === undefined) return { ok: true, value: names };
    for (const memory of knownCases()) {
      const { sheet } = mergedCase(memory);
      const { out } = references(key, memory.key, sheet);
      for (const person of sheet.persons?.items ?? []) {
        const { name } = person.cells;
        const reference = out(`persons/${person.id}`).split("/")[1];
        if (typeof name === "string" && name !== "" && reference !== undefined) names[reference] = name;
      }
    }
    return { ok: true, value: names };
  },
};
