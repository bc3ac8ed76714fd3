// The list of duties (义务清单): every duty of casework, with the rule that watches it or the reason why none does.
import * as v from "valibot";
import { accepted, type Result, refused } from "../facts/errors.ts";
import { readYaml } from "./yaml.ts";

/** Why no rule of its own watches a duty; the list is closed. */
export const REASONS = {
  "other-party": "由对方或者其他机关履行",
  repealed: "已不再施行",
  "no-field": "没有平台记录这件事的任何字段",
  "same-as": "与另一项是同一义务",
} as const;

export type Reason = keyof typeof REASONS;

/** Rules that the catalogue holds at least. */
export const LEAST_RULES = 320;
/** Share of the duties that may be without a rule. */
export const MOST_REASONS = 0.25;

export interface Duty {
  readonly id: string;
  /** The duty in our own words. */
  readonly duty: string;
  /** Rule that watches it. */
  readonly rule?: string;
  readonly reason?: Reason;
  /** The duty it is the same as. */
  readonly of?: string;
  /** One sentence why. */
  readonly say?: string;
}

/** One part of casework: a file below `duties`. */
export interface DutyArea {
  readonly id: string;
  /** Its first line: `# 警情`. */
  readonly label: string;
  readonly duties: readonly Duty[];
}

const line = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200));
const shape = v.array(
  v.strictObject({
    id: v.pipe(line, v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "应为小写英文加连字符")),
    duty: line,
    rule: v.optional(line),
    reason: v.optional(v.picklist(Object.keys(REASONS) as Reason[])),
    of: v.optional(line),
    say: v.optional(line),
  }),
);

/** An area from the text of `duties/<area>.yaml`, or `bad-rule` that names the file and the row. */
export function readDutiesYaml(text: string, file: string): Result<DutyArea> {
  const id = /([^/\\]+)\.yaml$/.exec(file)?.[1] ?? file;
  const label = /^#\s*(.+)/.exec(text)?.[1]?.trim();
  if (label === undefined) return refused("bad-rule", `${file}：第一行写这一部分的名称，如 # 警情`);
  const value = readYaml(text, file);
  if (!value.ok) return value;
  const read = v.safeParse(shape, value.value);
  if (read.success) return accepted({ id, label, duties: read.output as readonly Duty[] });
  const [issue] = read.issues;
  return refused("bad-rule", `${file}：${v.getDotPath(issue) ?? ""} ${issue.message}`);
}

/** What does not hold of the list, in Chinese, naming the row; nothing where all does. `rules` are the ids of the catalogue. */
export function complaints(areas: readonly DutyArea[], rules: ReadonlySet<string>): readonly string[] {
  const duties = areas.flatMap((area) => area.duties);
  const seen = new Set<string>();
  const ids = new Set(duties.map(({ id }) => id));
  return duties.flatMap((duty) => {
    const { id } = duty;
    const said = wrongOf(duty, rules, ids);
    if (seen.has(id)) said.push(`${id}：编号重复`);
    seen.add(id);
    return said;
  });
}

function wrongOf(duty: Duty, rules: ReadonlySet<string>, ids: ReadonlySet<string>): string[] {
  const { id, rule, reason, of, say } = duty;
  const said: string[] = [];
  if ((rule === undefined) === (reason === undefined)) said.push(`${id}：写 rule 或者 reason 之一`);
  if (rule !== undefined && !rules.has(rule)) said.push(`${id}：没有规则 ${rule}`);
  if (rule !== undefined && (of ?? say) !== undefined) said.push(`${id}：有规则的不写 of 和 say`);
  if (reason === "same-as" && (of === undefined || of === id || !ids.has(of)))
    said.push(`${id}：of 没有指向另一项（${of ?? "没有写"}）`);
  if (reason !== "same-as" && of !== undefined) said.push(`${id}：只有 same-as 写 of`);
  if ((reason === "no-field" || reason === "repealed") && say === undefined)
    said.push(`${id}：${REASONS[reason]}的，要写 say 说明为什么`);
  return said;
}

/** How many duties of an area have a reason in place of a rule, and whether that is at most a quarter. */
export function heldBy(duties: readonly Duty[]): {
  readonly rows: number;
  readonly reasons: number;
  readonly held: boolean;
} {
  const reasons = duties.filter(({ reason }) => reason !== undefined).length;
  return { rows: duties.length, reasons, held: reasons <= duties.length * MOST_REASONS };
}
