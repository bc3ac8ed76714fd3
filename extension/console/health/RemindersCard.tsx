// The reminders of the units in the member's charge, or only the member's own; each can be signed here.

import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Reminder } from "../../../shared/api/shapes.ts";
import { partsOfKey } from "../../../shared/facts/case-key.ts";
import { words as WORDS } from "../../words/health.ts";
import { call } from "../call.ts";
import { ExcelButton } from "../excel/ExcelButton.tsx";
import { remindersTable } from "../excel/lists.ts";
import { Button } from "../parts/Button.tsx";
import { Empty } from "../parts/Empty.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { Problem } from "../parts/Problem.tsx";
import { Segments } from "../parts/Segments.tsx";
import { asColour, State } from "../parts/State.tsx";
import { hashOf } from "../route.ts";
import { may, useMember } from "../session.ts";
import { useCall, type Problem as What } from "../use-call.ts";
import { isoWhen, whenText } from "../when.ts";
import { climbedOf, deliveryOf } from "./delivery.ts";

type Filter = "mine" | "all";

export function RemindersCard(): VNode {
  const reminders = useCall("reminders");
  const [filter, setFilter] = useState<Filter>("all");
  const found = [...(reminders.value?.reminders ?? [])].sort((a, b) => a.due - b.due);
  const mine = found.filter((one) => one.mine === true);
  const shown = filter === "mine" ? mine : found;
  return (
    <section class="card grow">
      <div class="card-head">
        <h2>{WORDS.reminders}</h2>
        <span class="sub">{WORDS.remindersSub}</span>
        <Segments<Filter>
          label={WORDS.filter}
          value={filter}
          options={[
            { id: "all", word: WORDS.all, count: found.length },
            { id: "mine", word: WORDS.mine, count: mine.length },
          ]}
          onValue={setFilter}
        />
        <ExcelButton name={WORDS.reminders} tables={() => [remindersTable(shown)]} />
      </div>
      <Loaded of={reminders} rows={6}>
        {() =>
          shown.length === 0 ? (
            <Empty title={WORDS.none}>{WORDS.noneWhy}</Empty>
          ) : (
            <Rows reminders={shown} onSigned={() => void reminders.again()} />
          )
        }
      </Loaded>
    </section>
  );
}

function Rows({ reminders, onSigned }: { reminders: readonly Reminder[]; onSigned: () => void }): VNode {
  const now = Date.now();
  return (
    <table class="table">
      <thead>
        <tr>
          <th>{WORDS.state}</th>
          <th>{WORDS.what}</th>
          <th>{WORDS.case}</th>
          <th class="num">{WORDS.due}</th>
          <th class="num">{WORDS.at}</th>
          <th>{WORDS.sent}</th>
          <th>{WORDS.signed}</th>
        </tr>
      </thead>
      <tbody>
        {reminders.map((one) => (
          <tr key={one.id}>
            <td>
              <State colour={asColour(one.colour)} />
            </td>
            <td>
              <strong>{one.title}</strong>
            </td>
            <td>
              <a href={hashOf("cases", one.caseKey)} data-row>
                {partsOfKey(one.caseKey).number}
              </a>
            </td>
            <td class="num">{whenText(one.due, now)}</td>
            <td class="num">{whenText(one.at, now)}</td>
            <td>
              {deliveryOf(one)}
              {climbedOf(one) === undefined ? null : <p class="sub">{climbedOf(one)}</p>}
            </td>
            <td>
              <Signing reminder={one} onSigned={onSigned} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Who has signed it, or the button for it; blue ones are for looking only. */
function Signing({ reminder, onSigned }: { reminder: Reminder; onSigned: () => void }): VNode {
  const member = useMember();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<What>();
  const { id, caseKey, signed, colour, mine } = reminder;
  if (signed !== undefined)
    return <span class="sub">{WORDS.signedBy(signed.byName, isoWhen(signed.at, Date.now()))}</span>;
  if (colour === "blue" || mine !== true || !may(member, "officer", "legal", "leader", "admin"))
    return <span class="sub">{colour === "blue" ? "" : WORDS.notSigned}</span>;
  const sign = async (): Promise<void> => {
    setBusy(true);
    const answer = await call("signReminder", { params: { key: caseKey, id }, body: {} });
    setBusy(false);
    setProblem(answer.ok ? undefined : answer);
    if (answer.ok) onSigned();
  };
  return (
    <>
      <Button small busy={busy && WORDS.signing} onClick={() => void sign()}>
        {WORDS.sign}
      </Button>
      {problem === undefined ? null : <Problem problem={problem} />}
    </>
  );
}
