// Supervision items of the cases shown: under local names for the page, and the officer's own moves.

import type { Reply } from "../../shared/api/contract.ts";
import type { Result } from "../../shared/facts/errors.ts";
import { refused } from "../../shared/facts/errors.ts";
import type { CaseItem, SupervisionRequests } from "../protocol/supervision.ts";
import { WORDS } from "../words/background.ts";
import { knownCase } from "./cases.ts";
import type { References } from "./references.ts";
import { callSigned } from "./session.ts";

const DAY = 86_400_000;
const MOVES: readonly string[] = ["reply", "claim", "ask-time"];

/** The items as the page knows their elements. */
export const localItems = (
  items: readonly CaseItem[],
  back: References["back"] | undefined,
): readonly CaseItem[] =>
  back === undefined
    ? items
    : items.map((item) => (item.on === undefined ? item : { ...item, on: back(item.on) }));

/** Makes the officer's move and keeps what came of it; the item is the one that this browser knows of the case. */
export async function moveItem({
  caseKey,
  item: id,
  do: name,
  said,
  days = 0,
}: SupervisionRequests["item-move"]["in"]): Promise<Result<Reply<"moveItem">>> {
  const memory = knownCase(caseKey);
  const item = memory?.items?.find((one) => one.id === id);
  if (memory === undefined || item === undefined || !MOVES.includes(name))
    return refused("not-found", WORDS.noCase);
  const made = await callSigned("moveItem", {
    params: { unit: item.unit, id },
    body: {
      key: `p.${crypto.randomUUID()}`,
      seen: item.moves,
      do: name,
      said: String(said).slice(0, 2000),
      ...(name === "ask-time" ? { until: item.limit + Number(days) * DAY } : {}),
    },
  });
  if (made.ok) memory.items = (memory.items ?? []).map((one) => (one.id === id ? made.value.item : one));
  return made;
}
