// Leave cover: who is away and who is reminded as well, with the form that says so.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { words } from "../../words/health.ts";
import { call } from "../call.ts";
import { Button } from "../parts/Button.tsx";
import { Choice } from "../parts/Choice.tsx";
import { Field } from "../parts/Field.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { Problem } from "../parts/Problem.tsx";
import { useToast } from "../parts/Toast.tsx";
import { may, useMember } from "../session.ts";
import { useCall, type Problem as What } from "../use-call.ts";
import { whenText } from "../when.ts";
import { instantTyped } from "./when-typed.ts";

const WORDS = words.cover;

interface Person {
  readonly id: string;
  readonly name: string;
}

export function CoverCard(): VNode {
  const covers = useCall("covers");
  const member = useMember();
  const toast = useToast();
  const [problem, setProblem] = useState<What>();
  const now = Date.now();
  const end = async (id: string): Promise<void> => {
    const answer = await call("endCover", { params: { id }, body: {} });
    setProblem(answer.ok ? undefined : answer);
    if (answer.ok) toast(WORDS.ended);
    await covers.again();
  };
  return (
    <section class="card" aria-label={WORDS.title}>
      <div class="card-head">
        <h2>{WORDS.title}</h2>
      </div>
      <Loaded of={covers} rows={3}>
        {(value) => (
          <>
            {value.covers.length === 0 ? <p class="sub pad">{WORDS.none}</p> : null}
            <ul class="rows">
              {value.covers.map((one) => (
                <li key={one.id} class="between pad">
                  <span>
                    <strong>{WORDS.who(one.memberName, one.coverName)}</strong>
                    <span class="sub">
                      　{WORDS.when(whenText(one.since, now), whenText(one.until, now))}
                    </span>
                  </span>
                  {one.member === member.id || may(member, "leader", "admin") ? (
                    <Button small onClick={() => void end(one.id)}>
                      {WORDS.end}
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
            {may(member, "officer", "legal", "leader", "admin") ? (
              <NewCover people={value.colleagues} onMade={() => void covers.again()} />
            ) : null}
          </>
        )}
      </Loaded>
      {problem === undefined ? null : <Problem problem={problem} />}
    </section>
  );
}

function NewCover({ people, onMade }: { people: readonly Person[]; onMade: () => void }): VNode {
  const member = useMember();
  const toast = useToast();
  const [away, setAway] = useState(member.id);
  const [cover, setCover] = useState("");
  const [typed, setTyped] = useState({ since: "", until: "" });
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<What>();
  const [since, until] = [instantTyped(typed.since), instantTyped(typed.until)];
  const field = (key: "since" | "until") => ({
    label: WORDS[key],
    name: key,
    value: typed[key],
    hint: WORDS.whenHint,
    error: tried && instantTyped(typed[key]) === undefined ? WORDS.bad : undefined,
    onValue: (value: string): void => setTyped((old) => ({ ...old, [key]: value })),
  });
  const make = async (): Promise<void> => {
    setTried(true);
    if (since === undefined || until === undefined || cover === "") return;
    setBusy(true);
    const whose = away === member.id ? {} : { member: away };
    const answer = await call("setCover", { body: { ...whose, cover, since, until } });
    setBusy(false);
    setProblem(answer.ok ? undefined : answer);
    if (!answer.ok) return;
    setTyped({ since: "", until: "" });
    setTried(false);
    toast(WORDS.made);
    onMade();
  };
  const named = people.map(({ id, name }) => [id, name] as const);
  return (
    <form
      class="pad"
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <p class="lead">{WORDS.say}</p>
      {may(member, "leader", "admin") ? (
        <Choice label={WORDS.member} value={away} options={named} onValue={setAway} />
      ) : null}
      <Choice
        label={WORDS.cover}
        value={cover}
        options={[["", WORDS.choose], ...named.filter(([id]) => id !== away)]}
        onValue={setCover}
      />
      <div class="two">
        <Field {...field("since")} />
        <Field {...field("until")} />
      </div>
      {problem === undefined ? null : <Problem problem={problem} title={WORDS.failed} />}
      <Button rank="primary" submit busy={busy && WORDS.busy}>
        {WORDS.go}
      </Button>
    </form>
  );
}
