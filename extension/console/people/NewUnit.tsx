// The form that adds a unit below another.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Unit } from "../../../shared/api/shapes.ts";
import { words } from "../../words/console.ts";
import { call } from "../call.ts";
import { Button } from "../parts/Button.tsx";
import { Choice } from "../parts/Choice.tsx";
import { Field } from "../parts/Field.tsx";
import { Problem } from "../parts/Problem.tsx";
import { useToast } from "../parts/Toast.tsx";
import type { Problem as What } from "../use-call.ts";

const WORDS = words.people;
const LEVELS: readonly Unit["level"][] = ["province", "city", "county", "station"];

/** Levels that a unit below `parent` may have. */
export const levelsBelow = (parent: Unit | undefined): readonly Unit["level"][] =>
  parent === undefined ? [] : LEVELS.slice(LEVELS.indexOf(parent.level) + 1);

export function NewUnit({ units, onMade }: { units: readonly Unit[]; onMade: () => void }): VNode {
  const parents = units.filter((unit) => unit.closedAt === undefined && levelsBelow(unit).length > 0);
  const [parent, setParent] = useState(parents[0]?.id ?? "");
  const [level, setLevel] = useState<string>();
  const [filled, setFilled] = useState({ name: "", id: "" });
  const [problem, setProblem] = useState<What>();
  const [busy, setBusy] = useState(false);
  const toast = useToast();
  const levels = levelsBelow(units.find(({ id }) => id === parent));
  const chosen = levels.find((one) => one === level) ?? levels[0];
  const ready = filled.name.trim() !== "" && filled.id.trim() !== "" && chosen !== undefined;
  const make = async (): Promise<void> => {
    if (!ready) return;
    setBusy(true);
    setProblem(undefined);
    const body = { id: filled.id.trim(), name: filled.name.trim(), parent, level: chosen };
    const answer = await call("createUnit", { body });
    setBusy(false);
    if (!answer.ok) {
      setProblem(answer);
      return;
    }
    toast(WORDS.made(answer.value.unit.name));
    onMade();
  };
  return (
    <form
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <Field
        label={WORDS.unitName}
        name="unit-name"
        value={filled.name}
        onValue={(name) => setFilled((old) => ({ ...old, name }))}
      />
      <Field
        label={WORDS.unitId}
        name="unit-id"
        hint={WORDS.unitIdHint}
        value={filled.id}
        onValue={(id) => setFilled((old) => ({ ...old, id }))}
      />
      <div class="two">
        <Choice
          label={WORDS.parent}
          value={parent}
          options={parents.map(({ id, name }) => [id, name])}
          onValue={setParent}
        />
        <Choice
          label={WORDS.levelLabel}
          value={chosen ?? ""}
          options={levels.map((one) => [one, WORDS.level[one]])}
          onValue={setLevel}
        />
      </div>
      {problem === undefined ? null : <Problem problem={problem} title={WORDS.failed} />}
      <Button rank="primary" submit disabled={!ready} busy={busy && WORDS.busy}>
        {WORDS.go}
      </Button>
    </form>
  );
}
