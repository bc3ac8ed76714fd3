// The answers to what the picker and the console's page of site profiles ask.
import type { Result } from "../../../shared/facts/errors.ts";
import type { Answer } from "../../protocol/messages.ts";
import { placesMoved } from "../pinned.ts";
import type { Answerers } from "../requests.ts";
import { dropDraft, keptDrafts, putDraft } from "./drafts.ts";
import { changeDraft, endPicking, mayPick, pickView, savePicked, startPicking } from "./pick.ts";

const answer = <T>(result: Result<T>): Answer<T> =>
  result.ok ? result : { ok: false, code: result.refusal.code, message: result.refusal.message };

const NO_TAB: Answer<never> = { ok: false, code: "not-found", message: "指认只能在平台的页面上进行" };

type Asked =
  | "pick-start"
  | "pick-change"
  | "pick-view"
  | "pick-save"
  | "pick-end"
  | "places-moved"
  | "profile-drafts"
  | "put-profile-draft"
  | "drop-profile-draft";

export const pickingAnswers: Pick<Answerers, Asked> = {
  "pick-start": async (_, { tab }) => (tab === undefined ? NO_TAB : answer(await startPicking(tab))),
  "pick-change": async ({ profile }, { tab }) =>
    tab === undefined ? NO_TAB : answer(await changeDraft(tab, profile)),
  "pick-view": async (_, { tab }) => (tab === undefined ? NO_TAB : answer(await pickView(tab))),
  "pick-save": async ({ tests }, { tab }) =>
    tab === undefined ? NO_TAB : answer(await savePicked(tab, tests)),
  async "pick-end"(_, { tab }) {
    if (tab !== undefined) await endPicking(tab);
    return { ok: true, value: null };
  },
  async "places-moved"(_, { tab, frameId = 0 }) {
    if (tab !== undefined) placesMoved(tab, frameId);
    return { ok: true, value: null };
  },
  "profile-drafts": async () => ({ ok: true, value: await keptDrafts() }),
  async "put-profile-draft"({ draft }) {
    const may = await mayPick();
    return answer(may.ok ? await putDraft(draft) : may);
  },
  async "drop-profile-draft"({ id }) {
    await dropDraft(id);
    return { ok: true, value: null };
  },
};
