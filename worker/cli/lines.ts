// Reads a file line by line in bounded memory: a line beyond the limit is reported and skipped, not kept.
import { createReadStream } from "node:fs";

export interface Line {
  /** From 1. */
  readonly number: number;
  /** The text, or why there is none. */
  readonly text: string | "too-large" | "bad-encoding";
  readonly good: boolean;
  /** Bytes of the file read so far. */
  readonly bytes: number;
}

const NEWLINE = 10;

function textOf(parts: readonly Buffer[]): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(
      parts.length === 1 ? parts[0] : Buffer.concat(parts),
    );
  } catch {
    return undefined;
  }
}

/** The lines of a file (`-` = standard input), of which none is longer than `limit` bytes; the last may lack its end. */
export async function* linesOf(file: string, limit: number): AsyncGenerator<Line> {
  const stream = file === "-" ? process.stdin : createReadStream(file, { highWaterMark: 262_144 });
  let parts: Buffer[] = [];
  let [number, size, bytes] = [0, 0, 0];
  const line = (): Line => {
    number++;
    const text = size > limit ? undefined : textOf(parts);
    const good = text !== undefined;
    const why = size > limit ? ("too-large" as const) : ("bad-encoding" as const);
    [parts, size] = [[], 0];
    return { number, text: text ?? why, good, bytes };
  };
  const add = (piece: Buffer): void => {
    size += piece.length;
    bytes += piece.length;
    if (size > limit) parts = [];
    else if (piece.length > 0) parts.push(piece);
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, from)) {
      add(chunk.subarray(from, end));
      bytes++;
      from = end + 1;
      yield line();
    }
    // Copied, so that a short rest does not hold the whole piece of the file.
    add(Buffer.from(chunk.subarray(from)));
  }
  if (size > 0) yield line();
}
