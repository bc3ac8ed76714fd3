// What an engine of the comparison answers: which rules are breached in a case.
import type { Plain } from "../workload.ts";

export interface Peer {
  readonly name: string;
  /** One answer per rule, in the order of the rules. */
  readonly run: (data: Plain) => readonly boolean[] | Promise<readonly boolean[]>;
}
