// One unit: its place, and what an administrator above does about it.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Unit } from "../../../shared/api/shapes.ts";
import { words } from "../../words/console.ts";
import { PEOPLE } from "../../words/people.ts";
import { call } from "../call.ts";
import { Button } from "../parts/Button.tsx";
import { Choice } from "../parts/Choice.tsx";
import { Field } from "../parts/Field.tsx";
import { Pairs } from "../parts/Pairs.tsx";
import { Problem } from "../parts/Problem.tsx";
import { useToast } from "../parts/Toast.tsx";
import type { Problem as What } from "../use-call.ts";
import { levelsBelow } from "./NewUnit.tsx";

const WORDS = PEOPLE.unit;
type Act = "rename" | "move" | "close" | "reopen";

interface Props {
  readonly unit: Unit;
  readonly units: readonly Unit[];
  readonly writes: boolean;
  readonly again: () => void;
}

export function UnitCard({ unit, units, writes, again }: Props): VNode {
  const [act, setAct] = useState<Act>();
  const parent = units.find(({ id }) => id === unit.parent);
  return (
    <>
      <Pairs
        of={[
          [words.people.unitId, unit.id],
          [words.people.levelLabel, WORDS.level[unit.level]],
          ...(parent === undefined ? [] : [[words.people.parent, parent.name] as const]),
        ]}
      />
      {!writes ? null : act !== undefined ? (
        <ActForm
          act={act}
          unit={unit}
          units={units}
          onDone={() => {
            setAct(undefined);
            again();
          }}
        />
      ) : (
        <div class="row wrap pad">
          <Button onClick={() => setAct("rename")}>{WORDS.rename}</Button>
          {parent === undefined ? (
            <p class="sub">{WORDS.own}</p>
          ) : unit.closedAt === undefined ? (
            <>
              <Button onClick={() => setAct("move")}>{WORDS.move}</Button>
              <Button onClick={() => setAct("close")}>{WORDS.close}</Button>
            </>
          ) : (
            <Button onClick={() => setAct("reopen")}>{WORDS.reopen}</Button>
          )}
        </div>
      )}
    </>
  );
}

function ActForm({
  act,
  unit,
  units,
  onDone,
}: Pick<Props, "unit" | "units"> & { act: Act; onDone: () => void }): VNode {
  const parents = units.filter(
    (one) => one.id !== unit.parent && one.closedAt === undefined && levelsBelow(one).includes(unit.level),
  );
  const [name, setName] = useState<string>(unit.name);
  const [parent, setParent] = useState(parents[0]?.id ?? "");
  const [said, setSaid] = useState("");
  const [problem, setProblem] = useState<What>();
  const [busy, setBusy] = useState(false);
  const toast = useToast();
  const ready =
    act === "rename" ? name.trim() !== "" : said.trim() !== "" && (act !== "move" || parent !== "");
  const go = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    const params = { id: unit.id };
    const done =
      act === "rename"
        ? await call("renameUnit", { params, body: { name: name.trim() } })
        : act === "move"
          ? await call("moveUnit", { params, body: { parent, said: said.trim() } })
          : act === "close"
            ? await call("closeUnit", { params, body: { said: said.trim() } })
            : await call("reopenUnit", { params, body: { said: said.trim() } });
    setBusy(false);
    if (!done.ok) return setProblem(done);
    const { unit: is, members = 0, cases = 0 }: { unit: Unit; members?: number; cases?: number } = done.value;
    toast(WORDS.saved(is.name), members + cases === 0 ? undefined : WORDS.left(members, cases));
    onDone();
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
      <h3>{WORDS[act]}</h3>
      {act === "rename" ? (
        <Field label={WORDS.name} name="unit-new-name" value={name} onValue={setName} />
      ) : null}
      {act === "move" ? (
        <>
          <p class="sub">{WORDS.moveSay}</p>
          <Choice
            label={WORDS.parent}
            value={parent}
            options={parents.map((one) => [one.id, one.name])}
            onValue={setParent}
          />
        </>
      ) : null}
      {act === "close" ? <p class="sub">{WORDS.closeSay}</p> : null}
      {act === "rename" ? null : (
        <Field label={PEOPLE.said} name="unit-said" hint={PEOPLE.saidHint} value={said} onValue={setSaid} />
      )}
      {problem === undefined ? null : <Problem problem={problem} title={PEOPLE.failed} />}
      <div class="row">
        <Button rank="primary" submit disabled={!ready} busy={busy && PEOPLE.busy}>
          {PEOPLE.go}
        </Button>
        <Button onClick={onDone}>{words.cancel}</Button>
      </div>
    </form>
  );
}
