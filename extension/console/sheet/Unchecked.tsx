// The short end of the check sheet: how much was not checked and for want of what, by list; stages of which nothing was read; other rules.
import type { VNode } from "preact";
import { words } from "../../words/console-desk.ts";
import { partTitle } from "./ListPart.tsx";
import type { SheetPart } from "./standing.ts";
import { missingIn, type Unread, unlistedOf, type View } from "./sums.ts";

const WORDS = words.sheet;
/** Missing fields named; the rest is counted. */
const NAMED = 8;

const told = ({ count, fields }: Unread): string =>
  WORDS.unread(count, fields.slice(0, NAMED), Math.max(0, fields.length - NAMED));

interface Props {
  readonly view: View;
  /** Lists that stand on the sheet, and those of whose stage nothing was read. */
  readonly shown: readonly SheetPart[];
  readonly untouched: readonly SheetPart[];
}

export function Unchecked({ view, shown, untouched }: Props): VNode {
  const rest = unlistedOf(view, [...shown, ...untouched]);
  const counted = ({ lines }: SheetPart, wanted: "open" | "unknown"): number =>
    lines.filter(({ is }) => is === wanted).length;
  return (
    <dl class="sheet-unknown">
      {shown
        .filter((part) => counted(part, "unknown") > 0)
        .map((part) => (
          <div key={part.list.id}>
            <dt>{partTitle(part)}</dt>
            <dd>{told(missingIn(part))}</dd>
          </div>
        ))}
      {untouched.length === 0 ? null : (
        <div>
          <dt>{WORDS.untouched}</dt>
          <dd>
            {untouched
              .map((part) =>
                WORDS.untouchedOf(partTitle(part), counted(part, "open"), counted(part, "unknown")),
              )
              .join("；")}
          </dd>
        </div>
      )}
      {rest.count === 0 ? null : (
        <div>
          <dt>{WORDS.rest}</dt>
          <dd>{told(rest)}</dd>
        </div>
      )}
    </dl>
  );
}
