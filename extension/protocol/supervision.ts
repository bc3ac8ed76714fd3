// What an officer does with a supervision item from the host page, as a request to the background.
import type { ItemView } from "../../shared/api/routes/items.ts";
import type { Answer } from "./messages.ts";

/** An item of the case shown, its element under the name that it has in this browser. */
export type CaseItem = ItemView;

export interface SupervisionRequests {
  /** Reply, report it mended, or ask for more time, days counted from the present limit. */
  "item-move": {
    in: {
      caseKey: string;
      item: string;
      do: "reply" | "claim" | "ask-time";
      said: string;
      days?: number;
    };
    out: Answer<null>;
  };
}
