// The statute texts of this browser: which the deployment has loaded, each fetched once and read without network afterwards.
import type { LoadedStatute } from "../../shared/api/routes/statutes.ts";
import { statuteHash } from "../../shared/law/library/check-text.ts";
import { editionKey } from "../../shared/law/library/join-pieces.ts";
import {
  articleName,
  articleOf,
  citedNumber,
  type StatuteText,
} from "../../shared/law/library/statute-text.ts";
import type { ArticleAsked, ArticleView, ArticleWords } from "../protocol/article.ts";
import { database } from "./database.ts";
import { currentPack } from "./packs.ts";
import { callSigned } from "./session.ts";

/** How old the list may be before it is asked for again, ms. */
export const LIST_AGE = 10 * 60_000;

/** What is known of the deployment's library; undefined until the first list has come. */
const listed = async () => (await database()).get("library", "list");

const citedByPack = async (): Promise<ReadonlySet<string>> =>
  new Set((await currentPack()).pack.rules.flatMap(({ basis }) => basis.map(editionKey)));

/** Fetches one text by its hash and keeps it; words that do not have this hash are not kept. */
async function fetchText(hash: string): Promise<void> {
  const answer = await callSigned("statuteText", { params: { hash } });
  if (!answer.ok || statuteHash(answer.value.text) !== hash) return;
  await (await database()).put("statutes", answer.value.text, hash);
}

async function renew(): Promise<void> {
  const answer = await callSigned("statutes");
  if (!answer.ok) return;
  const db = await database();
  await db.put("library", { statutes: answer.value.statutes, at: Date.now() }, "list");
  const inForce = new Set(answer.value.statutes.map(({ hash }) => hash));
  const held = new Set(await db.getAllKeys("statutes"));
  for (const hash of held) if (!inForce.has(hash)) await db.delete("statutes", hash);
  const cited = await citedByPack();
  for (const one of answer.value.statutes)
    if (cited.has(editionKey(one)) && !held.has(one.hash)) await fetchText(one.hash);
}

let renewing: Promise<void> | undefined;

/** Brings list and cited texts up to date, unless the list is younger than `age` ms; a failure keeps what is held. */
export async function renewStatutes(age = 0): Promise<void> {
  if (age > 0 && Date.now() - ((await listed())?.at ?? 0) < age) return;
  renewing ??= renew()
    .catch((cause: unknown) => console.error("statutes could not be fetched", cause))
    .finally(() => {
      renewing = undefined;
    });
  await renewing;
}

const entryOf = async ({ statute, edition }: ArticleAsked): Promise<LoadedStatute | undefined> =>
  (await listed())?.statutes.find((one) => one.statute === statute && one.edition === edition);

function wordsIn(text: StatuteText, cited: string): ArticleWords | undefined {
  const article = articleOf(text, cited);
  if (article === undefined) return undefined;
  const { chapter, paragraphs, number } = article;
  return { name: articleName(number), ...(chapter === undefined ? {} : { chapter }), paragraphs };
}

/** What else the rule cites of this edition: a limit may stand in one article and its extension in the next. */
async function othersOf({ statute, edition, article, rule }: ArticleAsked): Promise<readonly string[]> {
  const basis = (await currentPack()).pack.rules.find(({ id }) => id === rule)?.basis ?? [];
  const others = basis.filter((one) => one.statute === statute && one.edition === edition);
  const numbers = new Set(others.map((one) => citedNumber(one.article)));
  numbers.delete(citedNumber(article));
  return [...numbers];
}

/** The article as a card shows it; `none` where the deployment has not loaded this edition, or it has not come yet. */
export async function articleFor(asked: ArticleAsked): Promise<ArticleView> {
  // Only the very first list is worth waiting for: without network an answer would take as long as a lost request.
  if ((await listed()) === undefined) await renewStatutes();
  else void renewStatutes(LIST_AGE);
  const entry = await entryOf(asked);
  if (entry === undefined) return { state: "none" };
  const db = await database();
  if ((await db.getKey("statutes", entry.hash)) === undefined) await fetchText(entry.hash);
  const text = await db.get("statutes", entry.hash);
  if (text === undefined) return { state: "none" };
  const own = wordsIn(text, asked.article);
  if (own === undefined) return { state: "missing", partial: text.partial === true };
  const others = (await othersOf(asked)).flatMap((article) => wordsIn(text, article) ?? []);
  return { state: "here", articles: [own, ...others] };
}

/** Another deployment has another library. */
export async function dropStatutes(): Promise<void> {
  const db = await database();
  await db.clear("library");
  await db.clear("statutes");
}
