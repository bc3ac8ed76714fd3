// Reads the statute files of a folder and joins those of one statute.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import type { RefusedFile } from "../../shared/law/library/citations-json.ts";
import { editionKey, joinPieces } from "../../shared/law/library/join-pieces.ts";
import {
  type Decoder,
  decodeStatute,
  readStatute,
  type StatuteFile,
} from "../../shared/law/library/read-statute.ts";
import type { StatuteText } from "../../shared/law/library/statute-text.ts";
import type { Statute } from "../../shared/law/statute.ts";
import { Stop } from "./stop.ts";

export const decoder: Decoder = {
  decode(bytes, encoding) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      return undefined;
    }
  },
};

export interface StatuteFolder {
  readonly texts: readonly StatuteText[];
  readonly refused: readonly RefusedFile[];
}

function filesIn(folder: string): readonly string[] {
  try {
    if (!statSync(folder).isDirectory()) throw new Stop(`${folder} 不是文件夹：请给出放法规文件的文件夹`);
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(md|markdown|txt)$/i.test(name))
      .sort();
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw new Stop(
      `文件夹 ${folder} 读不到：${(error as NodeJS.ErrnoException).code ?? "未知原因"}；请检查路径`,
      error,
    );
  }
}

/** Every Markdown and text file below `folder`; throws `Stop` where there is none that can be taken. */
export function readFolder(folder: string, known: readonly Statute[]): StatuteFolder {
  const refused: RefusedFile[] = [];
  const groups = new Map<string, { file: string; read: StatuteFile }[]>();
  for (const name of filesIn(folder)) {
    const file = relative(folder, join(folder, name));
    const text = decodeStatute(readFileSync(join(folder, name)), decoder);
    const read = text.ok ? readStatute(text.value, name, known) : text;
    if (!read.ok) {
      refused.push({ file, code: read.refusal.code, message: read.refusal.message });
      continue;
    }
    const key = editionKey(read.value.text);
    groups.set(key, [...(groups.get(key) ?? []), { file, read: read.value }]);
  }
  const texts: StatuteText[] = [];
  for (const group of groups.values()) {
    const joined = joinPieces(group.map(({ read }) => read));
    if (joined.ok) texts.push(...joined.value);
    else {
      const { code, message } = joined.refusal;
      refused.push({ file: group.map(({ file }) => file).join("、"), code, message });
    }
  }
  if (texts.length === 0) {
    const [first] = refused;
    throw new Stop(
      first === undefined
        ? `${folder} 里没有法规文件：应为 .md 或 .txt`
        : `${folder} 里没有可以载入的法规文件：${first.file}：${first.message}`,
    );
  }
  return { texts, refused };
}
