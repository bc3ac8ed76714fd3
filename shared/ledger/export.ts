// The exported ledger: one line for its head, one per entry, one for its end – and the check of it line by line, without the service.
import { bytesToHex } from "@noble/hashes/utils.js";
import * as v from "valibot";
import { accepted, type Refusal, type Result, refused } from "../facts/errors.ts";
import { canonicalJson } from "../rules/canonical.ts";
import { type OpenCheckpoint, openCheckpoint, originOf } from "./checkpoint.ts";
import { type Edge, EMPTY_EDGE, edgeRoot, grown } from "./edge.ts";
import { commitment, leafOf } from "./record.ts";
import type { Suite } from "./suite.ts";

const Head = v.strictObject({
  /** Version of this form. */
  ledger: v.literal(1),
  unit: v.string(),
  /** Public checkpoint key, hex. */
  key: v.string(),
  checkpoint: v.string(),
});
const Line = v.strictObject({
  i: v.number(),
  record: v.string(),
  /** Salt and text of the record's commitment, where they are still kept and are a text of a person. */
  salt: v.optional(v.string()),
  said: v.optional(v.string()),
});
const End = v.strictObject({ end: v.number() });
const Recorded = v.looseObject({ unit: v.string(), kind: v.string(), outside: v.optional(v.string()) });

export type ExportHead = v.InferOutput<typeof Head>;
export type ExportLine = v.InferOutput<typeof Line>;

export const headLine = (head: ExportHead): string => `${JSON.stringify(head)}\n`;
export const entryLine = (line: ExportLine): string => `${JSON.stringify(line)}\n`;
export const endLine = (end: number): string => `${JSON.stringify({ end })}\n`;

/** Longest line (bytes): a record is a few hundred, a text at most 2,000 characters. */
export const LONGEST_LINE = 1_048_576;

/** The beginning of a file as a spreadsheet writes it: its quotes doubled, or its commas taken for columns. */
const SPREADSHEET = /^("?\{""ledger""|\{"ledger":1[\t;])/;

export interface ExportCheck {
  readonly unit: string;
  readonly key: string;
  readonly suite: string;
  readonly size: number;
  readonly root: string;
  /** Entries whose words stand in the file and fit their commitment, and those whose words are not in it. */
  readonly said: number;
  readonly unsaid: number;
  readonly kinds: Readonly<Record<string, number>>;
}

const read = <S extends v.GenericSchema>(schema: S, text: string): v.InferOutput<S> | undefined => {
  try {
    const parsed = v.safeParse(schema, JSON.parse(text));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
};

export interface Trust {
  /** The key that the reader knows the unit by, hex; without it the file's own key is taken and said. */
  readonly key?: string | undefined;
  /** Checkpoints that the reader has seen before: the file must contain each of their trees. */
  readonly earlier?: readonly string[];
  readonly suites?: readonly Suite[];
}

/** Checks a file line by line; what it refuses it names with the line's number, and takes nothing after that. */
export class ExportReader {
  readonly #trust: Trust;
  #head: ExportHead | undefined;
  #point: OpenCheckpoint | undefined;
  #edge: Edge = EMPTY_EDGE;
  #earlier: readonly OpenCheckpoint[] = [];
  #lines = 0;
  #ended = false;
  #said = 0;
  #unsaid = 0;
  readonly #kinds: Record<string, number> = {};

  constructor(trust: Trust = {}) {
    this.#trust = trust;
  }

  /** Takes the next line, without its line feed. */
  take(text: string): Result<null> {
    this.#lines += 1;
    const refusal = this.#take(text);
    if (refusal === undefined) return accepted(null);
    const { code, message } = refusal;
    return refused(code, `第 ${this.#lines} 行:${message}`, `line ${this.#lines}`);
  }

  #take(text: string): Refusal | undefined {
    if (text.endsWith("\r"))
      return { code: "bad-encoding", message: "行尾是 CRLF,文件被别的软件另存过,请用原文件" };
    if (this.#ended) return { code: "bad-shape", message: "结尾之后还有内容" };
    if (this.#point === undefined) return this.#begin(text);
    const line = read(Line, text);
    if (line !== undefined) return this.#entry(line, this.#point);
    const end = read(End, text);
    if (end === undefined) return { code: "bad-shape", message: "不是台账导出文件的一行" };
    this.#ended = true;
    return this.#edge.size === end.end && end.end === this.#point.size
      ? undefined
      : { code: "bad-shape", message: `应有 ${this.#point.size} 条记录,文件里有 ${this.#edge.size} 条` };
  }

  #begin(text: string): Refusal | undefined {
    if (text.startsWith("\uFEFF"))
      return { code: "bad-encoding", message: "文件开头有 BOM,文件被别的软件另存过,请用原文件" };
    const head = read(Head, text);
    if (head === undefined && SPREADSHEET.test(text))
      return {
        code: "bad-encoding",
        message: "文件被 Excel 等表格软件另存过(加了引号或者分了列),请用原文件",
      };
    if (head === undefined) return { code: "bad-shape", message: "不是台账导出文件的开头" };
    const { key = head.key, suites, earlier = [] } = this.#trust;
    if (key !== head.key)
      return { code: "bad-signature", message: "文件所用的公钥不是您给出的那一把,不是这个单位的台账" };
    const opened = openCheckpoint(head.checkpoint, originOf(head.unit), key, suites);
    if (!opened.ok) return opened.refusal;
    for (const note of earlier) {
      const seen = openCheckpoint(note, originOf(head.unit), key, suites);
      if (!seen.ok) return { ...seen.refusal, message: `早先的检查点:${seen.refusal.message}` };
      if (seen.value.size > opened.value.size)
        return {
          code: "bad-signature",
          message: `早先的检查点有 ${seen.value.size} 条记录,文件只到 ${opened.value.size} 条:尾部被截掉,或者服务恢复了旧备份`,
        };
      this.#earlier = [...this.#earlier, seen.value];
    }
    this.#head = head;
    this.#point = opened.value;
    return this.#meet();
  }

  #entry({ i, record, salt, said }: ExportLine, { suite }: OpenCheckpoint): Refusal | undefined {
    const { size } = this.#edge;
    if (i !== size) return { code: "bad-shape", message: `应是第 ${size} 条记录,却是第 ${i} 条` };
    const parsed = read(Recorded, record);
    if (parsed === undefined || canonicalJson(parsed) !== record)
      return { code: "bad-shape", message: `第 ${i} 条记录不是规范的写法` };
    if (parsed.unit !== this.#head?.unit)
      return { code: "bad-signature", message: `第 ${i} 条记录属于别的单位` };
    if (said !== undefined && parsed.outside !== commitment(salt ?? "", said, suite.hash))
      return { code: "bad-signature", message: `第 ${i} 条记录的文字与承诺不符,文字被改过` };
    if (said !== undefined) this.#said += 1;
    else if (parsed.outside !== undefined) this.#unsaid += 1;
    this.#kinds[parsed.kind] = (this.#kinds[parsed.kind] ?? 0) + 1;
    this.#edge = grown(this.#edge, leafOf(record, suite.hash), suite.hash);
    return this.#meet();
  }

  /** At the size of an earlier checkpoint the tree must have had its root. */
  #meet(): Refusal | undefined {
    const { size } = this.#edge;
    for (const seen of this.#earlier)
      if (seen.size === size && bytesToHex(edgeRoot(this.#edge, seen.suite.hash)) !== bytesToHex(seen.root))
        return { code: "bad-signature", message: `前 ${size} 条记录与早先的检查点不符:历史被改写过` };
    return undefined;
  }

  /** What the whole file says, once its end has been taken; refuses a file that breaks off or whose root is another. */
  finish(): Result<ExportCheck> {
    const [point, head] = [this.#point, this.#head];
    if (point === undefined || head === undefined) return refused("bad-shape", "文件是空的");
    if (!this.#ended)
      return refused("bad-shape", `文件在第 ${this.#lines} 行之后中断,没有结尾:下载或者复制不完整`);
    const root = bytesToHex(edgeRoot(this.#edge, point.suite.hash));
    if (root !== bytesToHex(point.root))
      return refused("bad-signature", "全部记录算出的根值与签名的检查点不符:有记录被改写、调换或者增删");
    const { unit, key } = head;
    const { size, suite } = point;
    const [said, unsaid, kinds] = [this.#said, this.#unsaid, this.#kinds];
    return accepted({ unit, key, suite: suite.id, size, root, said, unsaid, kinds });
  }
}
