// Statutes as data: titles, editions and the days on which they are in force.

export interface Edition {
  /** Day of adoption or amendment, the edition's name: 2025-06-27. */
  readonly edition: string;
  /** First day in force, YYYY-MM-DD. */
  readonly from: string;
  /** Last day in force; absent while it still is. */
  readonly until?: string;
  /** How the edition is called on screen: 2018 修正. */
  readonly label: string;
}

export interface Statute {
  /** Title on screen without 《》: 刑事诉讼法. */
  readonly title: string;
  /** Short name used in lists: 刑诉法. */
  readonly short: string;
  readonly editions: readonly Edition[];
}

/** One basis of a rule: which article of which edition says so. */
export interface Basis {
  readonly statute: string;
  readonly edition: string;
  /**
   * Case kinds (刑事/行政) for which this entry speaks; all when left out. One duty of two procedures has one entry for
   * each; among the entries of the case's kind the act's date chooses.
   */
  readonly kinds?: readonly string[];
  /** Article, digits only or with paragraph: "79", "108". */
  readonly article: string;
  /** A short verbatim clause of the article shown on the card. */
  readonly quote?: string;
  /** Day since which this limit has stood in earlier editions (for continuing states), YYYY-MM-DD. */
  readonly since?: string;
}
