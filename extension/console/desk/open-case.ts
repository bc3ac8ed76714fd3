// Opens a case on its host platform, and says how that went.
import { ask } from "../../protocol/ask.ts";
import { words } from "../../words/console-desk.ts";
import { useToast } from "../parts/Toast.tsx";

const WORDS = words.desk;

export interface HostCase {
  readonly caseKey: string;
  readonly number: string;
  readonly platform: string;
}

export function useOpenCase(): (one: HostCase) => Promise<void> {
  const toast = useToast();
  return async ({ caseKey, number, platform }) => {
    const answer = await ask("open-case", { caseKey, number, platform });
    if (!answer.ok) toast(WORDS.notOpened, answer.message);
    else if (answer.value === "platform") toast(WORDS.onlyPlatform, WORDS.onlyPlatformWhy(number));
  };
}
