// Ends a tool on bad input with one clear line.

/** Bad input: its message names the thing, the cause and the way out. Anything else that is thrown is a fault of ours. */
export class Stop extends Error {
  override readonly name = "Stop";
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
  }
}

/** The line for standard error; a fault of ours is thrown on, with its stack. */
export function stopLine(error: unknown): string {
  if (error instanceof Stop) return `${error.message.replace(/\s+/g, " ")}\n`;
  throw error;
}
