// Judges a file of many cases, one per line, and sums up: findings per rule, per unit, what was missing.
import { statSync } from "node:fs";
import { CODES } from "../../shared/facts/errors.ts";
import { MAX_FACTS, readFactsText } from "../../shared/facts/read-json.ts";
import { prepare } from "../../shared/rules/prepare.ts";
import { stageLabel } from "../../shared/rules/stages.ts";
import { countCase, newTally } from "../../shared/rules/tally/tally.ts";
import {
  BAD_LISTED,
  type BadLine,
  type TallyJson,
  tallyToJson,
} from "../../shared/rules/tally/tally-json.ts";
import { linesOf } from "./lines.ts";
import type { OpenedPack } from "./open-pack.ts";
import { Stop } from "./stop.ts";

/** Cases between two lines of progress, at most; a slow file is told of every two seconds. */
const PROGRESS_MS = 2_000;

export interface StreamInput {
  readonly file: string;
  /** Moment by which all cases are judged (ms). */
  readonly at: number;
  readonly opened: OpenedPack;
  /** Takes a line for standard error. */
  readonly tell: (line: string) => void;
}

function sizeOf(file: string): number | undefined {
  if (file === "-") return undefined;
  try {
    const stat = statSync(file);
    if (stat.isDirectory()) throw new Stop(`${file} 是文件夹：请给出一个每行一案的文件`);
    return stat.size;
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw new Stop(
      `案件文件 ${file} 读不到：${(error as NodeJS.ErrnoException).code ?? "未知原因"}；请检查路径`,
      error,
    );
  }
}

function progressOf(tell: (line: string) => void, size: number | undefined) {
  const begun = performance.now();
  let last = begun;
  const seconds = (): number => (performance.now() - begun) / 1000;
  const say = (cases: number, bad: number, bytes: number): void => {
    const share = size === undefined || size === 0 ? "" : `，${Math.floor((bytes / size) * 100)} %`;
    tell(`已判 ${cases} 案，坏行 ${bad}，每秒 ${Math.round(cases / Math.max(seconds(), 0.001))} 案${share}`);
  };
  return {
    seconds,
    say,
    tick(cases: number, bad: number, bytes: number): void {
      if (performance.now() - last < PROGRESS_MS) return;
      last = performance.now();
      say(cases, bad, bytes);
    },
  };
}

/** Judges every line; a bad one is told by its number and counted. Throws `Stop` where not one case could be read. */
export async function judgeStream({ file, at, opened, tell }: StreamInput): Promise<TallyJson> {
  const size = sizeOf(file);
  const prepared = prepare(opened.pack, opened.hash);
  const tally = newTally(prepared);
  const progress = progressOf(tell, size);
  const first: BadLine[] = [];
  let [lines, count, bytes] = [0, 0, 0];
  const bad = (one: BadLine): void => {
    count++;
    if (first.length < BAD_LISTED) first.push(one);
    tell(`第 ${one.line} 行：${one.at === null ? "" : `${one.at}：`}${one.message}（${one.code}）`);
  };
  for await (const line of linesOf(file, MAX_FACTS)) {
    bytes = line.bytes;
    if (line.good && /^[\s\ufeff]*$/.test(line.text)) continue;
    lines++;
    if (!line.good) {
      const code = line.text as "too-large" | "bad-encoding";
      bad({
        line: line.number,
        code,
        message: code === "too-large" ? `超过 ${MAX_FACTS} 字节` : CODES[code],
        at: null,
      });
      continue;
    }
    const facts = readFactsText(line.text);
    if (facts.ok) countCase(tally, prepared, facts.value, at);
    else {
      const { code, message, at: place } = facts.refusal;
      bad({ line: line.number, code, message: message.replace(/\s+/g, " "), at: place ?? null });
    }
    progress.tick(tally.cases, count, bytes);
  }
  progress.say(tally.cases, count, bytes);
  if (tally.cases === 0)
    throw new Stop(`案件文件 ${file} 一案也没有读到：${lines === 0 ? "文件是空的" : `${lines} 行都读不了`}`);
  const seconds = progress.seconds();
  return tallyToJson(tally, {
    at,
    pack: opened.pack,
    hash: opened.hash,
    lines,
    bad: { count, first },
    seconds,
  });
}

/** The summary for people: rules that were breached or unknown, units, and the fields most often missing. */
export function tallyText(tally: TallyJson): string {
  const { findings: all } = tally;
  const percent = (rate: number): string => `${(rate * 100).toFixed(1)} %`;
  const counts = (one: Pick<typeof all, "breached" | "due" | "met" | "unknown">): string =>
    `违反 ${one.breached}　期限内 ${one.due}　符合 ${one.met}　未检查 ${one.unknown}`;
  return [
    `${tally.at} 判定，规则包 ${tally.pack.label}（${tally.pack.hash.slice(0, 8)}）`,
    `${tally.cases} 案，坏行 ${tally.bad.count}，用时 ${tally.seconds} 秒`,
    `结论：${counts(all)}　不适用 ${all.moot}；未检查率 ${percent(tally.unknownRate)}`,
    "",
    "规则",
    ...tally.rules
      .filter(({ breached, due, met, unknown }) => breached + due + met + unknown > 0)
      .map((one) => `  ${one.rule}　${stageLabel(one.stage)} · ${one.title}　${counts(one)}`),
    "",
    "单位",
    ...tally.units.map(
      (one) =>
        `  ${one.unit ?? "（办案单位未读）"}　${one.cases} 案　${counts(one)}　未检查率 ${percent(one.unknownRate)}`,
    ),
    "",
    "最常缺的字段",
    ...tally.missing.map(({ field, label, findings }) => `  ${label}（${field}）　${findings} 项结论`),
  ].join("\n");
}
