// A condition or clause in Chinese, in the shape in which it is read: one sentence, or a head with what belongs to it.

export type Said = string | { readonly head: string; readonly of: readonly Said[] };

/** On one line: `同时符合（甲；乙）`. */
export const inline = (said: Said): string =>
  typeof said === "string" ? said : `${said.head}（${said.of.map(inline).join("；")}）`;
