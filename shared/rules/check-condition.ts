// Checks a condition's CEL text against the dictionary, answering the tree that a pack carries or how to mend the text.
import type { ASTNode } from "@marcbachmann/cel-js";
import type { ElementId } from "../dictionary/field.ts";
import { accepted, type Result, refused } from "../facts/errors.ts";
import { environmentOf } from "./environment.ts";
import type { Tree } from "./tree.ts";
import { convert, Mend } from "./tree-from-cel.ts";

/** Longest text of one condition (characters). */
export const LONGEST = 4_000;

export interface ConditionPlace {
  /** What the rule is judged on. */
  readonly each: ElementId;
  /** Editions that the rule cites: the values with which `edition` may be compared. */
  readonly editions: readonly string[];
  /** Where it stands, for the message: `when`, `unless[0].when`. */
  readonly at: string;
}

/** The checked tree of a condition, or `bad-rule` with what is wrong and how to mend it. */
export function checkCondition(text: string, place: ConditionPlace): Result<Tree> {
  const refuse = (why: string) => refused("bad-rule", `${place.at}：${why}`, place.at);
  if (text.trim() === "") return refuse("条件是空的。YAML 里的 ! 会吞掉整句，条件请写成块文本（| 换行）");
  if (text.length > LONGEST) return refuse(`条件超过 ${LONGEST} 字，请拆成两条规则`);
  const env = environmentOf(place.each);
  try {
    const parsed = env.parse(text);
    const tree = convert(parsed.ast as ASTNode, place);
    const checked = parsed.check();
    if (!checked.valid) return refuse(`类型不对：${firstLine(checked.error?.message)}`);
    if (checked.type !== "bool") return refuse(`条件应得出真或假，现在得出 ${checked.type}`);
    return accepted(tree);
  } catch (error) {
    if (error instanceof Mend) return refuse(error.message);
    if (error instanceof Error && error.name === "ParseError") return refuse(`写法不对：${said(error)}`);
    throw new Error(`Checking ${place.at} failed`, { cause: error });
  }
}

const firstLine = (text: string | undefined): string => (text ?? "").split("\n")[0]!;

const said = (error: Error): string =>
  /Exceeded|limit/i.test(error.message)
    ? `条件太大（${firstLine(error.message)}），请拆成两条规则`
    : firstLine(error.message);
