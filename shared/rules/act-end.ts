// At which field an act ends that begins at another: for acts that are judged without a period.

const ENDS: Readonly<Record<string, string>> = {
  startedAt: "endedAt",
  arrivedAt: "leftAt",
  enteredAt: "leftAt",
};

/** The field at which an act that begins at `act` ends; undefined for acts of a moment. */
export const endField = (act: string): string | undefined => ENDS[act];
