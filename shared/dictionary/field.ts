// What one field of the dictionary is: its words, codes, type and privacy class.

/** Where a value may travel: `local` never leaves the browser, `unit` may go to the unit's object, `said` is what our own users write. */
export type Privacy = "local" | "unit" | "said";

/** The kind of value a field holds. */
export type FieldType =
  | { readonly is: "instant" }
  | { readonly is: "day" }
  | { readonly is: "number"; readonly unit: string }
  | { readonly is: "text" }
  | {
      readonly is: "choice";
      readonly values: readonly string[];
      readonly aliases: Readonly<Record<string, string>>;
    }
  /** Police officers (several allowed); the value is a list of officer ids or names. */
  | { readonly is: "officers" }
  /** A reference to one person of the same case. */
  | { readonly is: "person" }
  /** Several short texts (人员、文书 …). */
  | { readonly is: "list" };

export interface Field {
  /** Unique within its element, camelCase: `receivedAt`. */
  readonly id: string;
  /** The word on screen: 接警时间. */
  readonly label: string;
  /** Other labels that host pages use for the same thing. */
  readonly synonyms: readonly string[];
  /** Data-element codes in pinyin initials: JJSJ. */
  readonly codes: readonly string[];
  readonly type: FieldType;
  readonly privacy: Privacy;
}

/** `one` exists once per case, `many` is a list whose plural name is the key in a fact sheet. */
export type Cardinality = "one" | "many";

export type ElementId =
  | "case"
  | "incident"
  | "dossier"
  | "persons"
  | "measures"
  | "interviews"
  | "documents"
  | "approvals"
  | "recordings"
  | "venues"
  | "property"
  | "interferences"
  | "examinations"
  | "requests"
  | "penalties";

export interface ElementKind {
  readonly id: ElementId;
  /** The word on screen: 强制措施. */
  readonly label: string;
  readonly cardinality: Cardinality;
  readonly fields: readonly Field[];
}
