// The kinds of text that a case platform stores in its columns.

/** Beijing time as the platforms store it: `2026-06-08 21:40`; "" = not filled in. */
export type Stamp = string;
export type YesNo = "是" | "否" | "";
