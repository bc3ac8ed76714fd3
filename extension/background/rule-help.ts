// What there is for a rule beyond its finding: its template, the exceptions that the law knows, the guide of its stage.
import { guideOf } from "../../shared/guides/guides.ts";
import type { RuleHelp } from "../protocol/messages.ts";
import { currentPack } from "./packs.ts";

/** Of a rule that the pack does not have there is nothing. */
export async function ruleHelp(id: string): Promise<RuleHelp> {
  const rule = (await currentPack()).pack.rules.find((each) => each.id === id);
  const exceptions = [...new Set((rule?.unless ?? []).map(({ say }) => say))];
  const template = rule?.template?.trim() ?? "";
  const guide = rule === undefined ? undefined : guideOf(rule.stage);
  return {
    exceptions,
    ...(template === "" ? {} : { template }),
    ...(guide === undefined ? {} : { guide }),
  };
}
