// Tells by its first bytes what a file is that is no text as we wrote it: compressed, a workbook, saved in another encoding.
import { closeSync, openSync, readSync } from "node:fs";

const KINDS: readonly (readonly [bytes: readonly number[], say: string])[] = [
  [[0x1f, 0x8b], "文件是 gzip 压缩的,请先解压再核对"],
  [[0x50, 0x4b, 0x03, 0x04], "文件是 Excel 工作簿或者压缩包,请用下载时的原文件"],
  [[0xd0, 0xcf, 0x11, 0xe0], "文件是旧版 Excel 工作簿,请用下载时的原文件"],
  [[0xef, 0xbb, 0xbf], "文件开头有 BOM,文件被别的软件另存过,请用原文件"],
  [[0xff, 0xfe], "文件是 UTF-16,被别的软件另存过,请用原文件"],
  [[0xfe, 0xff], "文件是 UTF-16,被别的软件另存过,请用原文件"],
];

/** What is wrong with the file as a whole, in Chinese; undefined when it may be a text, and for standard input (`-`). */
export function wrongKind(file: string): string | undefined {
  if (file === "-") return undefined;
  const first = new Uint8Array(4);
  const opened = openSync(file, "r");
  try {
    readSync(opened, first);
  } finally {
    closeSync(opened);
  }
  return KINDS.find(([bytes]) => bytes.every((byte, i) => byte === first[i]))?.[1];
}
