// The one thing to do next in the whole case: what is gravest and not yet answered, then what a person has to tick, then what to read.
import type { Colour, Finding } from "../../../shared/rules/finding.ts";
import type { ChecklistItem } from "../../../shared/rules/pack.ts";
import type { PageState } from "../../protocol/messages.ts";
import { words } from "../../words/aid.ts";
import { GRAVITY, standingOf } from "../standing.ts";
import { shownChecklist } from "./counts.ts";
import { itemState } from "./item-standing.ts";
import { endText } from "./when.ts";

export interface NextStep {
  readonly say: string;
  readonly colour?: Colour;
  readonly finding?: Finding;
  readonly item?: ChecklistItem;
  /** The page on which it was read, when that is not the one shown. */
  readonly where?: string;
}

/** Up to its first full stop. */
export const firstSentence = (text: string): string => text.split("。")[0] ?? text;

/** True while somebody else has to answer, or while an explanation stands. `now` is the server's (ms). */
function waits({ answers }: PageState, { key }: Finding, now: number): boolean {
  const answer = answers[key];
  if (answer === undefined || answer.kind === "signed") return false;
  return answer.kind === "explained" ? (answer.until ?? 0) > now : true;
}

/** The gravest open finding first, of equals the one on this page, then the one due first; undefined when nothing asks for anything. */
export function nextStep(state: PageState, now: number): NextStep | undefined {
  const here = new Set(state.applicable.map(({ key }) => key));
  const open = standingOf([...state.applicable, ...state.all.filter(({ key }) => !here.has(key))]).open;
  const [first] = open
    .filter((finding) => finding.colour !== "grey" && !waits(state, finding, now))
    .sort(
      (a, b) =>
        GRAVITY.indexOf(a.colour) - GRAVITY.indexOf(b.colour) ||
        Number(here.has(b.key)) - Number(here.has(a.key)) ||
        (a.due ?? Infinity) - (b.due ?? Infinity),
    );
  if (first !== undefined) {
    const { verdict, due, fix, colour } = first;
    const what = firstSentence(fix);
    const say = verdict === "due" && due !== undefined ? words.next.by(endText(due, now), what) : what;
    const elsewhere = here.has(first.key)
      ? []
      : first.fields.flatMap(({ path }) => state.evidence[path] ?? []);
    const where = elsewhere.find((view) => !view.here)?.pageLabel;
    return { say, colour, finding: first, ...(where === undefined ? {} : { where }) };
  }
  const item = shownChecklist(state)?.items.find((each) => itemState(each, state) === "open");
  if (item !== undefined) return { say: item.say, item };
  const unread = open.find((finding) => here.has(finding.key) && finding.colour === "grey");
  return unread && { say: unread.why, colour: "grey", finding: unread };
}
