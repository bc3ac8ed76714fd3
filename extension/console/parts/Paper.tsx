// What a page needs on paper: the button that prints it, and the line that says for whom and when.
import type { VNode } from "preact";
import { fullInstantText } from "../../../shared/time/format.ts";
import { words } from "../../words/console-desk.ts";
import { useMember } from "../session.ts";
import { Button } from "./Button.tsx";

export const PrintButton = (): VNode => (
  <Button icon="printer" onClick={() => print()}>
    {words.paper.print}
  </Button>
);

/** Shown on paper only. */
export function PaperLine(): VNode {
  const { name, unitName } = useMember();
  return <p class="paper-line">{words.paper.head(unitName, name, fullInstantText(Date.now()))}</p>;
}
