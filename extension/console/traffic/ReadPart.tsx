// What was read of each case, page by page: the field, its text, whether it goes anywhere, its age.
import type { VNode } from "preact";
import type { ElementId } from "../../../shared/dictionary/field.ts";
import { elementLabel, fieldLabel } from "../../../shared/dictionary/words.ts";
import type { ReadCase, ReadField, ReadPage } from "../../protocol/traffic.ts";
import { agoText } from "../../words/panel.ts";
import { words } from "../../words/traffic.ts";
import { Empty } from "../parts/Empty.tsx";
import { matches } from "../parts/SearchBox.tsx";

const WORDS = words.read;

const nameOf = ({ element, field }: ReadField): readonly [string, string] => {
  const kind = element.split("/")[0] ?? "";
  return [elementLabel(kind), fieldLabel(kind as ElementId, field)];
};

function Goes({ of, page }: { of: ReadField; page: ReadPage }): VNode {
  if (page.fromLedger) return <span class="sub">{page.label}</span>;
  if (of.privacy === "local") return <span class="chip kind">{words.privacy.local}</span>;
  if (of.goes === undefined) return <span class="sub">{words.notReported}</span>;
  return <span>{of.goes.as === undefined ? words.privacy[of.privacy] : words.asReference(of.goes.as)}</span>;
}

function Page({
  page,
  now,
  typed,
  number,
}: {
  page: ReadPage;
  now: number;
  typed: string;
  number: string;
}): VNode | null {
  const fields = page.fields.filter((one) => matches(typed, ...nameOf(one), one.text, number));
  if (fields.length === 0) return null;
  return (
    <details class="rest" open>
      <summary>
        {page.label} <span class="sub">{page.fromLedger ? WORDS.ledger : WORDS.page(fields.length)}</span>
      </summary>
      <table class="table read-table">
        <thead>
          <tr>
            <th>{WORDS.columns.what}</th>
            <th>{WORDS.columns.value}</th>
            <th>{WORDS.columns.where}</th>
            <th class="num">{WORDS.columns.age}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((one) => (
            <tr key={`${one.element}.${one.field}.${one.at}`} data-privacy={one.privacy}>
              <td>
                <span class="sub">{nameOf(one)[0]}</span>　{nameOf(one)[1]}
              </td>
              <td class={one.state === "known" ? "" : "blank"}>
                {one.state === "known" ? one.text : WORDS.state[one.state]}
              </td>
              <td>
                <Goes of={one} page={page} />
              </td>
              <td class="num">{agoText(now - one.at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

export function ReadPart({
  cases,
  now,
  typed,
}: {
  cases: readonly ReadCase[];
  now: number;
  typed: string;
}): VNode {
  if (cases.length === 0) return <Empty title={WORDS.none}>{WORDS.noneWhy}</Empty>;
  const shown = cases.filter((one) =>
    one.pages.some((page) => page.fields.some((f) => matches(typed, ...nameOf(f), f.text, one.number))),
  );
  if (shown.length === 0) return <Empty title={WORDS.noMatch}>{WORDS.noMatchWhy}</Empty>;
  return (
    <>
      {shown.map((one) => (
        <section class="read-case" key={one.key} aria-label={one.number}>
          <h2 class="pad">
            {one.number === "" ? WORDS.draft : one.number} <span class="sub">{one.platform}</span>
          </h2>
          {one.pages.map((page) => (
            <Page key={page.label} page={page} now={now} typed={typed} number={one.number} />
          ))}
        </section>
      ))}
    </>
  );
}
