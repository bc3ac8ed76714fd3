// The head of the check sheet: which case, by whom and when it was checked, and the result in five numbers.
import type { VNode } from "preact";
import { fullInstantText } from "../../../shared/time/format.ts";
import { words } from "../../words/console-desk.ts";
import { useMember } from "../session.ts";
import type { Sums } from "./sums.ts";

const WORDS = words.sheet;

interface Props {
  readonly number: string;
  readonly cause: string;
  readonly platform: string;
  readonly pack: string;
  readonly sums: Sums;
  /** When it was checked (ms). */
  readonly at: number;
}

export function SheetHead({ number, cause, platform, pack, sums, at }: Props): VNode {
  const { name, unitName } = useMember();
  const pairs: readonly (readonly [string, string])[] = [
    [WORDS.what, cause],
    [WORDS.unit, unitName],
    [WORDS.at, fullInstantText(at)],
    [WORDS.platform, platform],
    [WORDS.printed, name],
    [WORDS.pack, pack],
  ];
  return (
    <header>
      <h2>{WORDS.title}</h2>
      <p class="number">
        {WORDS.case} <strong>{number}</strong>
      </p>
      <dl class="about">
        {pairs.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <dl class="sheet-sum" aria-label={WORDS.sums}>
        {(Object.keys(WORDS.sum) as (keyof Sums)[]).map((key) => (
          <div key={key} class={key === "breached" && sums[key] > 0 ? "red" : ""}>
            <dt>{WORDS.sum[key]}</dt>
            <dd>{sums[key]}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}
