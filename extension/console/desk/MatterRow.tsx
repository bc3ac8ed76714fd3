// One matter of the desk: its state, what it is, the case, the time left; opened, what it rests on and how to put it right.
import type { VNode } from "preact";
import { pathLabel } from "../../../shared/dictionary/words.ts";
import { remainingText } from "../../../shared/time/format.ts";
import { words } from "../../words/console-desk.ts";
import { VERDICT } from "../../words/panel.ts";
import { remindedText } from "../../words/reminded.ts";
import { Icon } from "../parts/Icon.tsx";
import { State } from "../parts/State.tsx";
import { hashOf } from "../route.ts";
import { whenText } from "../when.ts";
import { useOpenCase } from "./open-case.ts";
import type { DeskRow } from "./rows.ts";
import { SignButton } from "./SignButton.tsx";

const WORDS = words.desk;

function StateOf({ row }: { row: DeskRow }): VNode {
  if (row.kind === "note" || row.kind === "item")
    return (
      <span class="state ink">
        <Icon name={row.kind === "note" ? "note" : "clipboard"} />
        <span>{row.kind === "note" ? WORDS.note : WORDS.item}</span>
      </span>
    );
  if (row.kind === "unchecked") return <State colour="grey" />;
  const { colour = "grey", verdict } = row;
  return <State colour={colour}>{verdict === "breached" ? VERDICT.breached : undefined}</State>;
}

function leftText(row: DeskRow, now: number): string {
  if (row.due !== undefined) return remainingText(row.due, now);
  return row.kind === "finding" && row.since !== undefined ? WORDS.since(whenText(row.since, now)) : "—";
}

const tone = ({ kind, colour, due }: DeskRow, now: number): string =>
  kind === "finding" ? (colour ?? "") : due !== undefined && due < now ? "orange" : "";

/** What a matter rests on and how to put it right. */
function More({ row, now }: { row: DeskRow; now: number }): VNode {
  const { more } = WORDS;
  const part = (label: string, text: string | undefined): VNode | null =>
    text === undefined || text === "" ? null : (
      <div>
        <dt>{label}</dt>
        <dd>{text}</dd>
      </div>
    );
  return (
    <div class="matter-more">
      <dl>
        {part(more.on, row.finding === undefined ? undefined : pathLabel(row.finding.on))}
        {part(more.since, row.since === undefined ? undefined : whenText(row.since, now))}
        {part(more.due, row.due === undefined ? undefined : whenText(row.due, now))}
        {part(more.handler, row.handler)}
        {part(
          more.law,
          row.law === undefined ? row.item?.clause : WORDS.law(row.law.statute, row.law.article),
        )}
        {part(more.fix, row.rule?.fix ?? row.note?.said)}
      </dl>
      <div class="row">
        {row.caseKey === "" ? null : (
          <a class="button secondary small" href={hashOf("cases", row.caseKey)}>
            {WORDS.ledger}
            <Icon name="chevronRight" size={14} />
          </a>
        )}
      </div>
    </div>
  );
}

interface Props {
  readonly row: DeskRow;
  readonly now: number;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onDone: () => void;
}

export function MatterRow({ row, now, open, onOpen, onDone }: Props): VNode {
  const openCase = useOpenCase();
  const answered = row.finding?.answered;
  const told = row.told && remindedText(row.told, whenText(row.told.at, now));
  return (
    <li
      class={`matter${open ? " open" : ""}${row.answered === true ? " answered" : ""}`}
      data-matter={row.id}
    >
      <button type="button" class="matter-line" data-row aria-expanded={open} onClick={() => onOpen(!open)}>
        <StateOf row={row} />
        <span class="matter-what">
          <b>{row.title}</b>
          {answered === undefined ? null : <span class="chip kind">{WORDS.answered[answered]}</span>}
          {row.sub === undefined ? null : <small>{row.sub}</small>}
          {told === undefined ? null : <small class="told">{told}</small>}
        </span>
        <span class="matter-case">
          {row.number}
          {row.what === undefined ? null : <small> {row.what}</small>}
        </span>
        <span class={`left ${tone(row, now)}`}>{leftText(row, now)}</span>
        <span class="matter-due">{row.due === undefined ? "—" : whenText(row.due, now)}</span>
      </button>
      <span class="matter-act">
        {row.reminder === undefined ? null : <SignButton reminder={row.reminder} onDone={onDone} />}
        {row.caseKey === "" ? null : (
          <button
            type="button"
            class="button text small"
            aria-label={WORDS.openLabel(row.number)}
            onClick={() => void openCase(row)}
          >
            {row.kind === "note" ? WORDS.reply : row.kind === "item" ? WORDS.handle : WORDS.open}
            <Icon name="external" size={14} />
          </button>
        )}
      </span>
      {open ? <More row={row} now={now} /> : null}
    </li>
  );
}
