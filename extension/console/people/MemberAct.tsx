// The form of one act on a member that wants more than a click: move, post, hand-over, stopping the account.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Role } from "../../../shared/api/route.ts";
import type { MemberLine } from "../../../shared/api/routes/members.ts";
import type { Unit } from "../../../shared/api/shapes.ts";
import { words } from "../../words/console.ts";
import { PEOPLE } from "../../words/people.ts";
import { call } from "../call.ts";
import { Button } from "../parts/Button.tsx";
import { Choice } from "../parts/Choice.tsx";
import { Field } from "../parts/Field.tsx";
import { Problem } from "../parts/Problem.tsx";
import { useCall, type Problem as What } from "../use-call.ts";
import { RoleChecks } from "./RoleChecks.tsx";

export type MemberActId = "move" | "post" | "hand" | "stop";

interface Props {
  readonly act: MemberActId;
  readonly member: MemberLine;
  readonly members: readonly MemberLine[];
  readonly units: readonly Unit[];
  /** With what was done, or nothing when it was left. */
  readonly onDone: (text?: string) => void;
}

export function MemberAct({ act, member, members, units, onDone }: Props): VNode {
  const cases = useCall("memberCases", { params: { id: member.id } });
  const others = units.filter((one) => one.id !== member.unit && one.closedAt === undefined);
  const takers = members.filter(
    (one) => one.unit === member.unit && one.id !== member.id && one.state !== "disabled",
  );
  const [unit, setUnit] = useState(others[0]?.id ?? "");
  const [taker, setTaker] = useState(takers[0]?.id ?? "");
  const [said, setSaid] = useState("");
  const [picked, setPicked] = useState<readonly Role[]>();
  const [problem, setProblem] = useState<What>();
  const [busy, setBusy] = useState(false);
  const count = cases.value?.cases.length ?? 0;
  const hands = act !== "post" && count > 0;
  const held = member.posts?.find((post) => post.unit === unit)?.roles ?? [];
  const ready =
    (act === "post" || said.trim() !== "") &&
    (act === "hand" || act === "stop" || unit !== "") &&
    (!hands || taker !== "") &&
    (act !== "hand" || count > 0);
  const send = async (): Promise<What | string> => {
    const params = { id: member.id };
    const given = { said: said.trim(), ...(hands ? { handTo: taker } : {}) };
    if (act === "move") {
      const done = await call("moveMember", { params, body: { unit, ...given } });
      return done.ok ? PEOPLE.done.move(member.name, done.value.handed) : done;
    }
    if (act === "stop") {
      const done = await call("disableMember", { params, body: given });
      return done.ok ? PEOPLE.done.stop(member.name) : done;
    }
    if (act === "hand") {
      const done = await call("handOver", { params, body: { to: taker, said: said.trim() } });
      return done.ok ? PEOPLE.done.hand(done.value.handed) : done;
    }
    const done = await call("setPost", { params, body: { unit, roles: [...(picked ?? held)] } });
    return done.ok ? PEOPLE.done.post(member.name) : done;
  };
  const go = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    const outcome = await send();
    setBusy(false);
    if (typeof outcome === "string") onDone(outcome);
    else setProblem(outcome);
  };
  return (
    <form
      class="pad stack"
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void go();
      }}
    >
      <h3>{`${PEOPLE.act[act]}　${member.name}`}</h3>
      {act === "move" || act === "post" ? (
        <Choice
          label={act === "move" ? PEOPLE.to : PEOPLE.postAt}
          value={unit}
          options={others.map(({ id, name }) => [id, name])}
          onValue={(value) => {
            setUnit(value);
            setPicked(undefined);
          }}
        />
      ) : null}
      {act === "post" ? (
        <RoleChecks label={PEOPLE.postRoles} roles={picked ?? held} onRoles={setPicked} />
      ) : count === 0 ? (
        <p class="sub">{PEOPLE.takerNone}</p>
      ) : takers.length === 0 ? (
        <p class="mend">{PEOPLE.noTaker}</p>
      ) : (
        <>
          <Choice
            label={PEOPLE.taker}
            value={taker}
            options={takers.map(({ id, name, account }) => [id, `${name}（${account}）`])}
            onValue={setTaker}
          />
          <p class="sub">{PEOPLE.takerWhy(count)}</p>
        </>
      )}
      {act === "post" ? null : (
        <Field label={PEOPLE.said} name="said" hint={PEOPLE.saidHint} value={said} onValue={setSaid} />
      )}
      {problem === undefined ? null : <Problem problem={problem} title={PEOPLE.failed} />}
      <div class="row">
        <Button rank="primary" submit disabled={!ready} busy={busy && PEOPLE.busy}>
          {PEOPLE.go}
        </Button>
        <Button onClick={() => onDone()}>{words.cancel}</Button>
      </div>
    </form>
  );
}
