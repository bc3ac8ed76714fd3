// The log: one line of JSON for each event, without anything that a person wrote or a page said.

/** What a line may hold beside its event: counts, instants, codes and ids that stand for no person. */
export type Fields = Readonly<Record<string, string | number | boolean | undefined>>;

/** Letters of Chinese and numbers from four digits on may be a name, an ID or a phone number: the log has neither. */
export const masked = (text: string): string =>
  text.replace(/[\p{Script=Han}]+/gu, "…").replace(/\d{4,}/g, "#");

const write = (level: "info" | "error", event: string, fields: Fields): void => {
  const line = JSON.stringify({ level, event, ...fields });
  if (level === "error") console.error(line);
  else console.log(line);
};

/** Says that something has happened. */
export const logInfo = (event: string, fields: Fields = {}): void => write("info", event, fields);

/** Says what went wrong: the error's kind, its masked text and where it was thrown. */
export function logError(event: string, error: unknown, fields: Fields = {}): void {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const at = stack?.split("\n").find((line) => line.trimStart().startsWith("at "));
  write("error", event, { ...fields, error: name, message: masked(message), at: at?.trim() });
}

/** Says what is wrong where nothing was thrown; the fields stand as they are, so none may come from a page or a person. */
export const logFault = (event: string, fields: Fields): void => write("error", event, fields);
