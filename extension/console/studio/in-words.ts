// Puts what a check says into screen words: verdicts and field paths under their Chinese names.
import { pathLabel } from "../../../shared/dictionary/words.ts";
import { VERDICT } from "../../words/panel.ts";

const TERM = /\b[a-z]+(?:\/[\w-]+)?\.[A-Za-z]+\b|\b(?:met|moot|due|breached|unknown)\b/g;

/** `应为 met，判为 unknown，缺 measures/m1.endedAt` → 应为 符合，判为 未检查，缺 “强制措施 → 解除时间”. */
export const inWords = (text: string): string =>
  text.replace(TERM, (term) => {
    if (Object.hasOwn(VERDICT, term)) return VERDICT[term as keyof typeof VERDICT];
    const label = pathLabel(term);
    return label === term ? term : `“${label}”`;
  });
