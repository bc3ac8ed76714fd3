// On what the rule is judged, as a sentence; a plain comparison is said in words.
import type { VNode } from "preact";
import { elementLabel } from "../../../shared/dictionary/words.ts";
import type { Rule } from "../../../shared/rules/rule.ts";
import { words } from "../../words/console-studio.ts";
import { fieldWord, Sentence, Token } from "./RuleForm.tsx";

const WORDS = words.edit;
const PLAIN = /^\s*([A-Za-z.]+)\s*==\s*"([^"]*)"\s*$/;

export function EachSentence({ rule }: { rule: Rule }): VNode {
  const each = rule.each ?? "case";
  const plain = PLAIN.exec(rule.when ?? "");
  return (
    <Sentence label={WORDS.each}>
      <Token>{elementLabel(each)}</Token>
      {plain === null ? (
        rule.when === undefined ? null : (
          <span>{WORDS.when}</span>
        )
      ) : (
        <>
          <span>，{WORDS.is.when}</span>
          <Token>{fieldWord(plain[1] ?? "", each)}</Token>
          <span>{WORDS.is.is}</span>
          <Token>{plain[2]}</Token>
        </>
      )}
    </Sentence>
  );
}
