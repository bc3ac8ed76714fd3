// The end of the check sheet: what was not checked and for want of what, list by list, then the rules beside the lists.
import type { VNode } from "preact";
import { words } from "../../words/console-desk.ts";
import { partTitle } from "./ListPart.tsx";
import type { SheetPart } from "./standing.ts";
import { missingWords, type Unlisted } from "./sums.ts";

const WORDS = words.sheet;
/** Missing fields named; the rest is counted. */
const NAMED = 10;

function listed({ lines }: SheetPart): string {
  return lines
    .filter(({ is }) => is === "unknown")
    .map(({ item, finding }) => {
      const missing = finding === undefined ? [] : missingWords(finding);
      return missing.length === 0 ? item.say : `${item.say}（${missing.join("、")}）`;
    })
    .join("；");
}

export function Unchecked({ parts, rest }: { parts: readonly SheetPart[]; rest: Unlisted }): VNode {
  const own = parts.filter(({ lines }) => lines.some(({ is }) => is === "unknown"));
  return (
    <dl class="sheet-unknown">
      {own.map((part) => (
        <div key={part.list.id}>
          <dt>{partTitle(part)}</dt>
          <dd>{listed(part)}</dd>
        </div>
      ))}
      {rest.count === 0 ? null : (
        <div>
          <dt>{WORDS.rest}</dt>
          <dd>
            {WORDS.unlisted(rest.count, rest.fields.slice(0, NAMED), Math.max(0, rest.fields.length - NAMED))}
          </dd>
        </div>
      )}
    </dl>
  );
}
