// What the lexicon holds of one kind of offence: how it is told, and into what it is turned when it is told weaker.

/** What an offence was turned into; `nothing`: it is not spoken of any more. */
export type Turn =
  | "dispute"
  | "mistake"
  | "loss"
  | "accident"
  | "help"
  | "settled"
  | "denied"
  | "theft"
  | "pastime"
  | "nothing";

export type FamilyId =
  | "fraud"
  | "theft"
  | "robbery"
  | "violence"
  | "sexual"
  | "coercion"
  | "damage"
  | "vice"
  | "traffic"
  | "abduction";

/**
 * Expressions stand in one text with blanks between them. Each is a short pattern: letters as they are, `(a|b)` either,
 * `~` up to six letters of the same clause, and look-around where a letter before or after makes another word of it.
 */
export interface Family {
  readonly id: FamilyId;
  readonly label: string;
  /** How the offence is told. */
  readonly told: string;
  /** What says it in a call and, found in a later text, is still no word for the offence: an injury. */
  readonly hints?: string;
  /** Other families in whose words the same event may honestly be told again. */
  readonly kin: readonly FamilyId[];
  /** Values of the incident's category that say it. */
  readonly kinds: string;
  /** Into what it is turned. */
  readonly weaker: Readonly<Partial<Record<Turn, string>>>;
  /** What explains the turn: the thing was found again. */
  readonly explains?: string;
}
