// A fact: one field's state as it was read, with where and when.
import type { ElementId } from "../dictionary/field.ts";
import type { Value } from "./sheet.ts";

export type FactState = "known" | "absent" | "unread";

/** Where on the host page a value was seen; never leaves the browser. */
export interface Evidence {
  /** The label as it stood on the page. */
  readonly label: string;
  /** The value's text as the person saw it. */
  readonly text: string;
  /** A CSS path to the element that carries the value, within its frame. */
  readonly css: string;
  /** Index path of the frame from the top: "" is the top document, "0/2" the third frame of the first. */
  readonly frame: string;
}

export interface Fact {
  readonly entity: ElementId;
  /** Id of the element within its list; "" for elements that exist once. */
  readonly id: string;
  readonly field: string;
  readonly state: FactState;
  readonly value?: Value | undefined;
  /** When it was read (ms). */
  readonly at: number;
  /** Page kind it was read on (`interview`), or a source such as `ledger` (来自台账). */
  readonly page: string;
  readonly evidence?: Evidence | undefined;
  /** Why a field is unread though its label was there: `conflict`, `unparsed`, `unplaced`, `person` (whose name it is cannot be told). */
  readonly reason?: "conflict" | "unparsed" | "unplaced" | "person" | undefined;
}
