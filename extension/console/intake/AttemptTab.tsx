// Tries a connection: a sample event, signed here with the key that the administrator has, sent, and what the service answers.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Reply } from "../../../shared/api/contract.ts";
import { intakeKind } from "../../../shared/intake/kinds.ts";
import { sampleEvent } from "../../../shared/intake/sample.ts";
import { intakeSignature } from "../../../shared/intake/sign.ts";
import { words } from "../../words/intake.ts";
import { call } from "../call.ts";
import { Button } from "../parts/Button.tsx";
import { Choice } from "../parts/Choice.tsx";
import { Empty } from "../parts/Empty.tsx";
import { Field } from "../parts/Field.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { Problem } from "../parts/Problem.tsx";
import { State } from "../parts/State.tsx";
import { useCall, type Problem as What } from "../use-call.ts";
import { useUnitNames } from "./unit-names.ts";

const WORDS = words.attempt;
const KEY = /^[0-9a-f]{64}$/i;

/** The sample of a kind as text to be changed, under a number that no event has had. */
function sampleText(kind: string, now: number): string {
  const known = intakeKind(kind);
  return known === undefined
    ? ""
    : JSON.stringify(sampleEvent(known, `try-${now.toString(36)}`, now), null, 2);
}

interface Sent {
  readonly request: string;
  readonly taken?: Reply<"takeIntake">;
  readonly problem?: What;
}

export function AttemptTab(): VNode {
  const loaded = useCall("intakeSources");
  return (
    <Loaded of={loaded} rows={3}>
      {({ sources }) => {
        const open = sources.filter(({ endedAt }) => endedAt === null);
        return open.length === 0 ? (
          <section class="card">
            <Empty title={WORDS.noSource} />
          </section>
        ) : (
          <Attempt sources={open} />
        );
      }}
    </Loaded>
  );
}

function Attempt({ sources }: { sources: Reply<"intakeSources">["sources"] }): VNode {
  const [id, setId] = useState(sources[0]?.id ?? "");
  const [key, setKey] = useState("");
  const kindOf = (source: string): string => sources.find((one) => one.id === source)?.kind ?? "";
  const [event, setEvent] = useState(() => sampleText(kindOf(id), Date.now()));
  const [sent, setSent] = useState<Sent>();
  const [busy, setBusy] = useState(false);
  const parsed = parse(event);
  const send = async (): Promise<void> => {
    if (parsed === undefined || !KEY.test(key.trim())) return;
    setBusy(true);
    const body = { events: [parsed] };
    const timestamp = String(Date.now());
    const signature = intakeSignature(key.trim().toLowerCase(), timestamp, JSON.stringify(body));
    const answer = await call("takeIntake", {
      params: { source: id },
      query: { timestamp, signature },
      body,
    });
    setBusy(false);
    const request = [`POST /v1/intake/${id}`, `x-timestamp: ${timestamp}`, `x-signature: ${signature}`].join(
      "\n",
    );
    setSent(answer.ok ? { request, taken: answer.value } : { request, problem: answer });
  };
  const badKey = key !== "" && !KEY.test(key.trim());
  return (
    <section class="card pad stack">
      <p class="lead">{WORDS.say}</p>
      <Choice
        label={WORDS.source}
        value={id}
        options={sources.map((one) => [one.id, `${one.name}（${intakeKind(one.kind)?.label ?? one.kind}）`])}
        onValue={(value) => {
          setId(value);
          setEvent(sampleText(kindOf(value), Date.now()));
          setSent(undefined);
        }}
      />
      <Field
        label={WORDS.key}
        name="intake-key"
        hint={WORDS.keyHint}
        error={badKey ? WORDS.badKey : undefined}
        value={key}
        onValue={setKey}
      />
      <Field
        label={WORDS.event}
        name="intake-event"
        lines={14}
        error={parsed === undefined ? WORDS.badEvent : undefined}
        value={event}
        onValue={setEvent}
      />
      <div class="row wrap">
        <Button
          rank="primary"
          icon="send"
          busy={busy && WORDS.busy}
          disabled={parsed === undefined || !KEY.test(key.trim())}
          onClick={() => void send()}
        >
          {WORDS.go}
        </Button>
        <Button onClick={() => setEvent(sampleText(kindOf(id), Date.now()))}>{WORDS.fresh}</Button>
      </div>
      {sent === undefined ? null : <Answer {...sent} />}
    </section>
  );
}

function Answer({ request, taken, problem }: Sent): VNode {
  const nameOf = useUnitNames();
  const dropped = Object.entries(taken?.dropped ?? {}).map(([label, n]) => `${label} ${n}`);
  return (
    <div class="stack" role="status">
      <h2>{WORDS.sent}</h2>
      <pre class="intake-code">{request}</pre>
      <h2>{WORDS.answer}</h2>
      {problem === undefined ? null : <Problem problem={problem} title={WORDS.refused} />}
      {taken === undefined ? null : (
        <>
          <State colour="green">{WORDS.taken(taken.taken, taken.known)}</State>
          {taken.entries.map(({ unit, index }) => (
            <p key={unit} class="sub">
              {WORDS.entry(nameOf(unit), index)}
            </p>
          ))}
          {dropped.length === 0 ? null : <p class="sub">{WORDS.dropped(dropped.join("、"))}</p>}
        </>
      )}
    </div>
  );
}

/** The event as it was typed; undefined while it is no object of JSON. */
function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
