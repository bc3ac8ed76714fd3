// One line of the bench's table.

export interface Row {
  readonly figure: string;
  /** As printed: `3.1 倍`, `24.6 kB`. */
  readonly value: string;
  readonly budget: string;
  readonly held: boolean;
  /** A missed budget fails the run, a missed goal is only printed. */
  readonly kind: "budget" | "goal";
}

/** A line of what must be held. */
export const budgetRow = (figure: string, value: string, budget: string, held: boolean): Row => ({
  figure,
  value,
  budget,
  held,
  kind: "budget",
});
