// Folds the many spellings of one label on host pages into one, so that labels can be compared.

const SPACE = /[\s\u200b-\u200d\ufeff\u00a0]+/g;
const BRACKETS = /\([^()]*\)|\[[^[\]]*\]|【[^【】]*】|〔[^〔〕]*〕/g;
const LEADING =
  /^(?:[*★☆●◆▪·•※#]+|\d{1,2}[.、)](?!\d)|[一二三四五六七八九十]{1,3}[.、)]|\((?:\d{1,2}|[一二三四五六七八九十]{1,3})\))+/;
const TRAILING = /[*★::∶;。、,.??!]+$/;

/** Full-width forms to half-width ones and no white space at all: `姓　名：` → `姓名:`. */
export const squeeze = (text: string): string => text.normalize("NFKC").replace(SPACE, "");

/**
 * The bare label: without spaces, required stars, numbering, hints in brackets and the closing colon.
 * `*3、接警时间（年月日）：` → `接警时间`; a label that stands in brackets as a whole keeps its words.
 */
export function foldLabel(text: string): string {
  const trim = (part: string): string => part.replace(LEADING, "").replace(TRAILING, "");
  const squeezed = trim(squeeze(text));
  const bare = trim(squeezed.replace(BRACKETS, ""));
  return bare === "" ? trim(squeezed.replace(/[()[\]【】〔〕]/g, "")) : bare;
}
