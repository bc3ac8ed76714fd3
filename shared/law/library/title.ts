// Brings a statute's title to the form in which rules cite it, and knows the statute again under its other names.
import type { Statute } from "../statute.ts";

const COUNTRY = /^中华人民共和国/;
/** Who issued it, written before 关于: 最高人民检察院 公安部关于…. */
const ISSUERS = /^(最高人民法院|最高人民检察院|公安部|国家安全部|司法部|国务院|、|和|\s)+(?=关于)/;
/** What stands behind a title: （2018修正）, （片段）, (公通字〔2015〕32号). */
const BEHIND = /\s*[（(][^（）()]*[）)]\s*$/;

/** 中华人民共和国刑事诉讼法（2018修正） → 刑事诉讼法. */
export function bareTitle(text: string): string {
  let title = text.replace(/[《》#]/g, "").trim();
  while (BEHIND.test(title)) title = title.replace(BEHIND, "");
  return title.replace(COUNTRY, "").replace(/\s+/g, " ").trim();
}

const folded = (title: string): string =>
  bareTitle(title).replace(ISSUERS, "").replace(/\s+/g, "").replace(/^关于/, "").replace("案件的", "案件");

/** The title under which the statute is cited, where one of the known statutes is meant; else the bare title. */
export function citedTitle(text: string, known: readonly Statute[]): string {
  const bare = bareTitle(text);
  const wanted = folded(text);
  return known.find(({ title }) => title === bare || folded(title) === wanted)?.title ?? bare;
}
