// Where a rule comes from and what the layers below the nation made of it, each with its reason and who published it.
import type { VNode } from "preact";
import { type Change, LEVEL_WORDS, type Origin } from "../../../shared/rules/layers/layer.ts";
import { KEY_WORDS } from "../../../shared/rules/rule-words.ts";
import { words as WORDS } from "../../words/origin.ts";
import { atText } from "./when.ts";

/** The narrowest level that has a part in the rule, as the card's line names it. */
export function levelWord(origin: Origin | undefined): string {
  const last = origin?.changes[origin.changes.length - 1];
  return LEVEL_WORDS[last?.level ?? origin?.level ?? "nation"];
}

/** `县级 云岭县公安局`. */
const placeOf = ({ level, layer }: Pick<Change, "level" | "layer">): string =>
  `${LEVEL_WORDS[level]} ${layer}`;

export const becauseOf = ({ reason, author = "", at }: Change, now: number): string =>
  WORDS.because(reason, author, at === undefined ? "" : atText(at, now));

export function OriginLines({ origin, now }: { origin: Origin; now: number }): VNode {
  return (
    <>
      {origin.level === "nation" ? null : <p>{WORDS.addedBy(placeOf(origin))}</p>}
      {origin.changes.map((change, i) => (
        <div key={`${change.layer} ${change.key}`}>
          <p>{WORDS.change(placeOf(change), KEY_WORDS[change.key] ?? change.key, change.was, change.is)}</p>
          {/* Several keys changed for one reason say it once. */}
          {origin.changes[i + 1]?.layer === change.layer &&
          origin.changes[i + 1]?.reason === change.reason ? null : (
            <small>{becauseOf(change, now)}</small>
          )}
        </div>
      ))}
    </>
  );
}

/** The change that switched a rule off; undefined while it holds. */
export const switchedOff = (origin: Origin | undefined): Change | undefined =>
  origin?.changes.find(({ key }) => key === "off");
