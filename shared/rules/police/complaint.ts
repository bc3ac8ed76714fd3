// What the catalogue's own checks find: which check, which rule, what is wrong and how to mend it.

/** The checks by which the catalogue polices itself, with their words. */
export const CHECKS = {
  examples: "例子",
  citation: "依据",
  standing: "负责人与复核日",
  naming: "命名",
  text: "文字",
  double: "重复",
  contradiction: "矛盾",
  dead: "永远用不上",
} as const;

export type CheckName = keyof typeof CHECKS;

export interface Complaint {
  readonly check: CheckName;
  readonly rule: string;
  /** In Chinese: what does not hold and how to mend it. */
  readonly say: string;
}

/** Complaints of one rule under one check. */
export const complaintsOf = (
  check: CheckName,
  rule: string,
  says: readonly (string | undefined | false)[],
): readonly Complaint[] => says.flatMap((say) => (typeof say === "string" ? [{ check, rule, say }] : []));
