// Takes a unit's ledger out page by page; the pages joined are the file that can be checked without the service.
import type { Reply } from "../../../shared/api/contract.ts";
import type { Answer } from "../../protocol/messages.ts";

type Page = Reply<"exportLedger">;
export type AskPage = (query: { from: string; to?: string }) => Promise<Answer<Page>>;

/** The file as the texts of its pages; `tell` hears how many entries have come. */
export async function takeExport(
  askPage: AskPage,
  tell: (done: number) => void,
): Promise<Answer<readonly string[]>> {
  const first = await askPage({ from: "0" });
  if (!first.ok) return first;
  const texts = [first.value.text];
  const to = String(first.value.size);
  for (let { next } = first.value; next !== null; ) {
    tell(next);
    const page = await askPage({ from: String(next), to });
    if (!page.ok) return page;
    texts.push(page.value.text);
    next = page.value.next;
  }
  return { ok: true, value: texts };
}
