// How the unit reminds: quiet hours, budget, short messages and graces, changed by its leader or administrator.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Reminding } from "../../../shared/supervision/reminding.ts";
import { words } from "../../words/health.ts";
import { call } from "../call.ts";
import { Button } from "../parts/Button.tsx";
import { Choice } from "../parts/Choice.tsx";
import { Field } from "../parts/Field.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { Problem } from "../parts/Problem.tsx";
import { useToast } from "../parts/Toast.tsx";
import { useCall, type Problem as What } from "../use-call.ts";
import { minuteText, minuteTyped } from "./when-typed.ts";

const WORDS = words.reminding;
/** Longest grace, hours. */
const LONGEST = 720;

interface Typed {
  readonly from: string;
  readonly until: string;
  readonly perDay: string;
  readonly smsFrom: string;
  readonly grace: readonly [string, string, string];
}

const typedOf = ({ quiet, perDay, smsFrom, grace }: Reminding): Typed => ({
  from: quiet === null ? "" : minuteText(quiet.from),
  until: quiet === null ? "" : minuteText(quiet.until),
  perDay: String(perDay),
  smsFrom,
  grace: grace.map((minutes) => String(minutes / 60)) as unknown as Typed["grace"],
});

/** What was typed as the unit's settings, or which parts are wrong. */
export function readTyped(typed: Typed): Reminding | readonly (keyof typeof WORDS.bad)[] {
  const [from, until] = [minuteTyped(typed.from), minuteTyped(typed.until)];
  const none = typed.from.trim() === "" && typed.until.trim() === "";
  const perDay = Number(typed.perDay);
  const grace = typed.grace.map((hours) => Math.round(Number(hours) * 60));
  const wrong: (keyof typeof WORDS.bad)[] = [];
  if (!none && (from === undefined || until === undefined)) wrong.push("quiet");
  if (!Number.isInteger(perDay) || perDay < 1 || perDay > 8) wrong.push("perDay");
  if (!grace.every((minutes) => minutes >= 1 && minutes <= LONGEST * 60)) wrong.push("grace");
  if (wrong.length > 0) return wrong;
  return {
    quiet: none ? null : { from: from ?? 0, until: until ?? 0 },
    perDay,
    smsFrom: typed.smsFrom === "orange" ? "orange" : "red",
    grace: grace as unknown as Reminding["grace"],
  };
}

export function RemindingCard(): VNode {
  const reminding = useCall("reminding");
  return (
    <section class="card" aria-label={WORDS.title}>
      <div class="card-head">
        <h2>{WORDS.title}</h2>
      </div>
      <Loaded of={reminding} rows={4}>
        {(value) => <Settings now={value.reminding} />}
      </Loaded>
    </section>
  );
}

function Settings({ now }: { now: Reminding }): VNode {
  const [typed, setTyped] = useState(typedOf(now));
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<What>();
  const toast = useToast();
  const set = (part: Partial<Typed>): void => setTyped((old) => ({ ...old, ...part }));
  const error = (part: keyof typeof WORDS.bad): string | undefined =>
    wrong.includes(part) ? WORDS.bad[part] : undefined;
  const save = async (): Promise<void> => {
    const read = readTyped(typed);
    const bad = "perDay" in read ? [] : read;
    setWrong(bad);
    if (!("perDay" in read)) return;
    setBusy(true);
    const answer = await call("setReminding", { body: { reminding: read } });
    setBusy(false);
    setProblem(answer.ok ? undefined : answer);
    if (answer.ok) toast(WORDS.made);
  };
  return (
    <form
      class="pad"
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p class="lead">{WORDS.say}</p>
      <fieldset class="checks">
        <legend>{WORDS.quiet}</legend>
        <div class="two">
          <Field
            label={WORDS.quietFrom}
            name="quiet-from"
            value={typed.from}
            hint={WORDS.quietHint}
            error={error("quiet")}
            onValue={(from) => set({ from })}
          />
          <Field
            label={WORDS.quietUntil}
            name="quiet-until"
            value={typed.until}
            onValue={(until) => set({ until })}
          />
        </div>
      </fieldset>
      <div class="two">
        <Field
          label={WORDS.perDay}
          name="per-day"
          value={typed.perDay}
          error={error("perDay")}
          onValue={(perDay) => set({ perDay })}
        />
        <Choice
          label={WORDS.sms}
          value={typed.smsFrom}
          options={Object.entries(WORDS.smsFrom)}
          onValue={(smsFrom) => set({ smsFrom })}
        />
      </div>
      {typed.grace.map((hours, i) => (
        <Field
          key={words.tier[i]}
          label={WORDS.grace(words.tier[i] ?? "")}
          name={`grace-${i}`}
          value={hours}
          hint={WORDS.graceHint}
          error={error("grace")}
          onValue={(value) =>
            set({ grace: typed.grace.map((one, n) => (n === i ? value : one)) as unknown as Typed["grace"] })
          }
        />
      ))}
      {problem === undefined ? null : <Problem problem={problem} title={WORDS.failed} />}
      <Button rank="primary" submit busy={busy && WORDS.busy}>
        {WORDS.go}
      </Button>
    </form>
  );
}
