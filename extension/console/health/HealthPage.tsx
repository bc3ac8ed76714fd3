// Reminders, sending to the outside, and what this browser still has to hand over.
import type { VNode } from "preact";
import type { Reply } from "../../../shared/api/contract.ts";
import { ask } from "../../protocol/ask.ts";
import { words } from "../../words/console.ts";
import { Empty } from "../parts/Empty.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { asColour, State } from "../parts/State.tsx";
import { hashOf } from "../route.ts";
import { may, useMember } from "../session.ts";
import { useCall, useLoad } from "../use-call.ts";
import { whenText } from "../when.ts";
import { BrowserState } from "./BrowserState.tsx";
import { Drift } from "./Drift.tsx";
import { Gateway } from "./Gateway.tsx";

const WORDS = words.health;
type One = Reply<"reminders">["reminders"][number];

export function HealthPage(): VNode {
  const reminders = useCall("reminders");
  const status = useLoad("status", () => ask("status", {}));
  const member = useMember();
  return (
    <>
      <PageHead title={WORDS.title} />
      <div class="columns health">
        <section class="card grow">
          <div class="card-head">
            <h2>{WORDS.reminders}</h2>
            <span class="sub">{WORDS.remindersSub}</span>
          </div>
          <Loaded of={reminders} rows={6}>
            {(value) =>
              value.reminders.length === 0 ? (
                <Empty title={WORDS.none}>{WORDS.noneWhy}</Empty>
              ) : (
                <Rows reminders={[...value.reminders].sort((a, b) => a.due - b.due)} />
              )
            }
          </Loaded>
        </section>
        <div class="column">
          {may(member, "admin", "leader", "auditor") ? (
            <>
              <Drift />
              <Gateway />
            </>
          ) : null}
          <section class="card">
            <div class="card-head">
              <h2>{WORDS.browser}</h2>
            </div>
            <Loaded of={status} rows={4}>
              {(value) => <BrowserState status={value} />}
            </Loaded>
          </section>
        </div>
      </div>
    </>
  );
}

function Rows({ reminders }: { reminders: readonly One[] }): VNode {
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
                {one.caseKey.split(":").at(-1)}
              </a>
            </td>
            <td class="num">{whenText(one.due, now)}</td>
            <td class="num">{whenText(one.at, now)}</td>
            <td>
              {one.channel === "list" ? "" : `${WORDS.channel[one.channel]}，`}
              {WORDS.delivery[one.state]}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
