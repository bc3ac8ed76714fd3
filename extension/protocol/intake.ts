// What the page of other systems' data asks of the background beside the worker's routes: the references of persons.
import type { Answer } from "./messages.ts";

export interface IntakeRequests {
  /** The references under which persons travel, by their ID numbers and in their order; the numbers go no further. */
  "person-references": { in: { numbers: readonly string[] }; out: Answer<readonly string[]> };
}
