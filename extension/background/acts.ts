// What the officer does about findings and checklists: each act is an entry on disk before it is answered.

import { placeOf } from "../../shared/dictionary/path.ts";
import type { Code } from "../../shared/facts/errors.ts";
import type { EntryBody } from "../../shared/supervision/entry.ts";
import type { Answer, Requests } from "../protocol/messages.ts";
import { WORDS } from "../words/background.ts";
import { keepUnsigned } from "./before-sign-in.ts";
import { knownCase, mergedCase, touched } from "./cases.ts";
import { database } from "./database.ts";
import { explainDraft, isUnnumbered } from "./draft-reason.ts";
import { keepSession, local } from "./kept.ts";
import { snapshotIn } from "./objections.ts";
import { enqueue } from "./outbox.ts";
import { currentPack } from "./packs.ts";
import { references } from "./references.ts";
import { forgetSaid } from "./sent-journal.ts";
import { deviceOfMember } from "./sync.ts";

const no = (code: Code, message: string): Answer<never> => ({ ok: false, code, message });
const done: Answer<null> = { ok: true, value: null };

const now = async (): Promise<number> => Date.now() + ((await local("clockOffset")) ?? 0);

/** Longest pause, minutes. */
export const LONGEST_PAUSE = 30;

/** 签收、办结、已说明、有异议、有误; of a form without a case number only the reason given at its gate. */
export async function answerFinding(input: Requests["answer"]["in"]): Promise<Answer<null>> {
  const said = input.said?.trim() ?? "";
  if (input.kind === "explained" && said === "") return no("bad-value", WORDS.sayNeeded);
  const memory = knownCase(input.caseKey);
  if (memory !== undefined && isUnnumbered(memory) && input.kind !== "explained")
    return no("not-found", WORDS.noCase);
  const at = await now();
  const answer = {
    kind: input.kind,
    at,
    ...(said === "" ? {} : { said }),
    ...(input.until === undefined ? {} : { until: input.until }),
  };
  const device = await deviceOfMember();
  const key = await local("referenceKey");
  const objects = input.kind === "disputed" || input.kind === "wrong";
  const ref =
    objects && memory !== undefined && key !== undefined
      ? { ref: references(key, memory.key, mergedCase(memory).sheet).key(input.finding) }
      : {};
  await (await database()).put("answers", { ...answer, ...ref }, `${device ?? ""}|${input.finding}`);
  const pack = (await currentPack()).pack.revision;
  if (memory !== undefined && device === undefined && input.kind === "explained") {
    const { finding, rule, until } = input;
    const on = placeOf(input.on)?.element ?? "case";
    const caseKey = isUnnumbered(memory) ? "" : memory.key;
    const body = { rule, finding, on, said, pack, ...(until === undefined ? {} : { until }) };
    await keepUnsigned({ caseKey, at, body });
  }
  if (memory !== undefined && device !== undefined && key !== undefined) {
    const refs = references(key, memory.key, mergedCase(memory).sheet);
    const common = {
      rule: input.rule,
      finding: refs.key(input.finding),
      ...(said === "" ? {} : { said }),
      ...(input.until === undefined ? {} : { until: input.until }),
      pack,
    };
    if (isUnnumbered(memory)) {
      await explainDraft(device, memory, { ...common, kind: "explained", on: input.on }, at);
      return done;
    }
    const body: EntryBody = {
      ...common,
      kind: input.kind,
      on: refs.out(input.on),
      ...(objects ? snapshotIn(memory, input.finding, refs) : {}),
    };
    await enqueue(device, memory.key, body, at);
  }
  return done;
}

/** Forgets the words of all answers kept here; that a finding was answered stays known to its officer. */
export async function forgetWords(): Promise<void> {
  const work = (await database()).transaction("answers", "readwrite");
  for (let at = await work.store.openCursor(); at !== null; at = await at.continue()) {
    const { said, ...rest } = at.value;
    if (said !== undefined) await at.update(rest);
  }
  await work.done;
  await forgetSaid();
}

/** Ticks an attest item with its evidence. */
export async function tick(input: Requests["tick"]["in"]): Promise<Answer<null>> {
  const memory = knownCase(input.caseKey);
  if (memory === undefined) return no("not-found", WORDS.noCase);
  const at = await now();
  const member = await local("member");
  memory.ticks = [
    ...memory.ticks.filter((t) => t.item !== input.item),
    {
      item: input.item,
      ticked: input.ticked,
      evidence: input.evidence,
      by: member?.id ?? "",
      byName: member?.name ?? "",
      at: new Date(at).toISOString(),
    },
  ];
  touched(memory);
  const device = await deviceOfMember();
  if (device !== undefined)
    await enqueue(
      device,
      memory.key,
      { kind: "ticked", item: input.item, ticked: input.ticked, said: input.evidence },
      at,
    );
  return done;
}

/** Pauses one tab for at most half an hour with a reason, or ends the pause with 0 minutes. */
export async function pause(input: Requests["pause"]["in"], tab: number): Promise<Answer<null>> {
  const { minutes, reason } = input;
  if (minutes === 0) {
    await keepSession(`pause:${tab}`, undefined);
    return done;
  }
  if (!(minutes > 0 && minutes <= LONGEST_PAUSE) || reason.trim() === "")
    return no("bad-value", WORDS.pauseRange);
  await keepSession(`pause:${tab}`, { until: Date.now() + minutes * 60_000, reason });
  const device = await deviceOfMember();
  if (device !== undefined) await enqueue(device, "", { kind: "paused", minutes, said: reason }, await now());
  return done;
}
