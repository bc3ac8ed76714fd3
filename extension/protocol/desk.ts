// What the desk asks of the background beside the worker's routes: opening a case on its platform, names this browser holds.
import type { Answer } from "./messages.ts";

export interface DeskRequests {
  /** Shows a case on the host platform: its open tab, else its last address, else one made after those seen of the platform. */
  "open-case": {
    in: { caseKey: string; number: string; platform: string };
    /** `platform`: only its front page is known; the number has to be typed there. */
    out: Answer<"shown" | "opened" | "platform">;
  };
  /** Names of persons by their reference, as far as pages read in this browser session say them; they stay here. */
  names: { in: Record<string, never>; out: Answer<Readonly<Record<string, string>>> };
}
