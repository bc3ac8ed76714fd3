// Notes and ticks: what a legal officer writes on a place of a host page, and what a person ticks with evidence.

export type NoteKind = "问题" | "瑕疵" | "指导" | "表扬";

/** Where a note stands, without the quoted text: it carries field, CSS path, offsets and a hash of the quote, never the quote. */
export interface NoteAnchor {
  /** Page kind: `interview`. */
  readonly page: string;
  /** Path of the page without query, for opening it. */
  readonly url: string;
  readonly frame: string;
  /** `interviews/i1.askers`, when it stands on a field. */
  readonly field?: string | undefined;
  readonly css: string;
  /** Offsets in the element's text (or control's value), when it stands on a text. */
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  /** SHA-256 (hex) of the quoted text. */
  readonly quoteHash?: string | undefined;
  /** SHA-256 of the up to 32 characters before and after it: they find it again when it has moved. */
  readonly prefixHash?: string | undefined;
  readonly suffixHash?: string | undefined;
}

export interface NoteDraft {
  readonly kind: NoteKind;
  readonly said: string;
  /** 程序规定第203条. */
  readonly clause?: string | undefined;
  /** ISO 8601, by when it should be mended. */
  readonly due?: string | undefined;
  readonly anchor: NoteAnchor;
}

export interface NoteReply {
  readonly by: string;
  readonly byName: string;
  readonly at: string;
  readonly said: string;
  /** The officer says that it is mended. */
  readonly fixed: boolean;
}

export interface CaseNote extends NoteDraft {
  readonly id: string;
  readonly caseKey: string;
  readonly by: string;
  readonly byName: string;
  readonly at: string;
  readonly state: "open" | "replied" | "fixed" | "closed";
  readonly replies: readonly NoteReply[];
  readonly closed?:
    | {
        readonly by: string;
        readonly byName: string;
        readonly at: string;
        readonly said: string;
      }
    | undefined;
}

export interface CaseTick {
  readonly item: string;
  readonly ticked: boolean;
  readonly evidence: string;
  readonly by: string;
  readonly byName: string;
  readonly at: string;
}
