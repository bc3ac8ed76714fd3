// The three lists of the record: what was put right, what others found, what was disputed with its answer.
import type { VNode } from "preact";
import { pathLabel } from "../../../shared/dictionary/words.ts";
import { words as caseWords } from "../../words/console-cases.ts";
import { words } from "../../words/console-desk.ts";
import { ORIGIN } from "../../words/console-items.ts";
import { STATE as ITEM } from "../../words/items.ts";
import { OUTCOME, words as objectionWords } from "../../words/objections.ts";
import { usePack } from "../pack.ts";
import { Empty } from "../parts/Empty.tsx";
import { State } from "../parts/State.tsx";
import { hashOf } from "../route.ts";
import { isoWhen, whenText } from "../when.ts";
import { notesAlone } from "./counts.ts";
import { ProofButton } from "./ProofButton.tsx";
import type { OwnRecord } from "./use-record.ts";

const WORDS = words.record;
const { columns } = WORDS;

const CaseLink = ({ caseKey, number }: { caseKey: string; number: string }): VNode => (
  <a href={hashOf("cases", caseKey)} data-row>
    {number}
  </a>
);

export function CorrectionsTable({ of: { record } }: { of: OwnRecord }): VNode {
  const { rules } = usePack();
  if (record.corrections.length === 0) return <Empty title={WORDS.none}>{WORDS.noneWhy}</Empty>;
  return (
    <table class="table">
      <thead>
        <tr>
          <th>{columns.credit}</th>
          <th>{columns.what}</th>
          <th>{columns.case}</th>
          <th>{columns.was}</th>
          <th class="num">{columns.from}</th>
          <th class="num">{columns.at}</th>
          <th>{columns.proof}</th>
        </tr>
      </thead>
      <tbody>
        {record.corrections.map((one) => (
          <tr key={one.index}>
            <td>
              {one.credit === "credited" ? (
                <State colour="green">{WORDS.credit.credited}</State>
              ) : (
                <span class="sub">{WORDS.credit[one.credit]}</span>
              )}
            </td>
            <td>
              <strong>{rules.get(one.rule)?.title ?? one.rule}</strong>
              <p class="sub">{pathLabel(one.on)}</p>
            </td>
            <td>
              <CaseLink {...one} />
            </td>
            <td>
              <State colour={one.was} />
            </td>
            <td class="num">{whenText(one.from, record.at)}</td>
            <td class="num">{whenText(one.at, record.at)}</td>
            <td>
              <p class="sub">{WORDS.place(one.index)}</p>
              <ProofButton of={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function FoundTable({ of: { record } }: { of: OwnRecord }): VNode {
  const { items } = record;
  const notes = notesAlone(record.found, items);
  if (notes.length + items.length === 0) return <Empty title={WORDS.noneFound}>{WORDS.noneFoundWhy}</Empty>;
  return (
    <table class="table">
      <thead>
        <tr>
          <th>{columns.kind}</th>
          <th>{columns.said}</th>
          <th>{columns.case}</th>
          <th>{columns.by}</th>
          <th class="num">{columns.from}</th>
          <th>{columns.state}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <td>{ORIGIN[item.origin]}</td>
            <td>
              <a href={hashOf("items", `${item.unit}/${item.id}`)}>
                <strong>{item.title}</strong>
              </a>
              {item.clause === undefined ? null : <p class="sub">{item.clause}</p>}
            </td>
            <td>
              {item.caseKey === "" ? item.ref : <CaseLink caseKey={item.caseKey} number={item.number} />}
            </td>
            <td>{item.origin === "rule" ? WORDS.confirmed : item.byName}</td>
            <td class="num">{whenText(item.foundAt ?? item.at, record.at)}</td>
            <td>
              {ITEM[item.state]}
              {item.state === "closed" ? null : (
                <p class="sub">{WORDS.until(whenText(item.limit, record.at))}</p>
              )}
            </td>
          </tr>
        ))}
        {notes.map(({ id, caseKey, number, note }) => (
          <tr key={id}>
            <td>{note.kind}</td>
            <td>{note.said}</td>
            <td>
              <CaseLink caseKey={caseKey} number={number} />
            </td>
            <td>{note.byName}</td>
            <td class="num">{isoWhen(note.at, record.at)}</td>
            <td>{caseWords.notes.state[note.state]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function DisputesTable({ of: { record, objections } }: { of: OwnRecord }): VNode {
  const { rules } = usePack();
  if (objections.length === 0) return <Empty title={WORDS.noneDisputes}>{WORDS.noneDisputesWhy}</Empty>;
  return (
    <table class="table">
      <thead>
        <tr>
          <th>{columns.kind}</th>
          <th>{columns.what}</th>
          <th>{columns.case}</th>
          <th class="num">{columns.from}</th>
          <th>{columns.answer}</th>
        </tr>
      </thead>
      <tbody>
        {objections.map((one) => (
          <tr key={one.id}>
            <td>{objectionWords.page.kind[one.kind]}</td>
            <td>
              <strong>{rules.get(one.rule)?.title ?? one.rule}</strong>
              {one.said === "" ? null : <p class="sub">{one.said}</p>}
            </td>
            <td>
              <CaseLink {...one} />
            </td>
            <td class="num">{isoWhen(one.at, record.at)}</td>
            <td>
              {one.answer === undefined ? (
                <span class="sub">{WORDS.waiting}</span>
              ) : (
                <>
                  <strong>{OUTCOME[one.kind][one.answer.outcome]}</strong>
                  <p class="sub">
                    {one.answer.byName} {isoWhen(one.answer.at, record.at)}
                  </p>
                  <p>{one.answer.said}</p>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
