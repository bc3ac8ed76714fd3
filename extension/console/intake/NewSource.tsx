// The form that connects another system to a unit.
import type { VNode } from "preact";
import { useId, useState } from "preact/hooks";
import type { IntakeId } from "../../../shared/intake/kind.ts";
import { INTAKE_KINDS, intakeKind } from "../../../shared/intake/kinds.ts";
import { words as console_ } from "../../words/console.ts";
import { words } from "../../words/intake.ts";
import { call } from "../call.ts";
import { Button } from "../parts/Button.tsx";
import { Choice } from "../parts/Choice.tsx";
import { Field } from "../parts/Field.tsx";
import { Problem } from "../parts/Problem.tsx";
import { useCall, type Problem as What } from "../use-call.ts";
import type { Told } from "./KeyCard.tsx";

const WORDS = words.sources;

interface Props {
  readonly onMade: (told: Told) => void;
  readonly onCancel: () => void;
}

export function NewSource({ onMade, onCancel }: Props): VNode {
  const units = useCall("units").value?.units.filter(({ closedAt }) => closedAt === undefined) ?? [];
  const [kind, setKind] = useState<IntakeId>("incident");
  const [unit, setUnit] = useState<string>();
  const [filled, setFilled] = useState({ name: "", platform: "" });
  const [whole, setWhole] = useState(false);
  const [problem, setProblem] = useState<What>();
  const [busy, setBusy] = useState(false);
  const box = useId();
  const where = unit ?? units[0]?.id ?? "";
  const covers = intakeKind(kind)?.silence !== "none";
  const ready = filled.name.trim() !== "" && where !== "";
  const make = async (): Promise<void> => {
    if (!ready) return;
    setBusy(true);
    setProblem(undefined);
    const platform = filled.platform.trim();
    const body = {
      kind,
      name: filled.name.trim(),
      unit: where,
      whole: covers && whole,
      ...(platform === "" ? {} : { platform }),
    };
    const answer = await call("createIntakeSource", { body });
    setBusy(false);
    if (!answer.ok) return setProblem(answer);
    const { source, key } = answer.value;
    onMade({ id: source.id, name: source.name, key });
  };
  return (
    <form
      class="pad stack"
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <h2>{WORDS.make}</h2>
      <div class="row wrap">
        <Choice
          label={WORDS.kind}
          value={kind}
          options={INTAKE_KINDS.map(({ id, label }) => [id, label])}
          onValue={(value) => setKind(value as IntakeId)}
        />
        <Choice
          label={WORDS.unit}
          value={where}
          options={units.map(({ id, name }) => [id, name])}
          onValue={setUnit}
        />
      </div>
      <p class="sub">{`${intakeKind(kind)?.say ?? ""}${WORDS.unitHint}。`}</p>
      <Field
        label={WORDS.name}
        name="source-name"
        hint={WORDS.nameHint}
        value={filled.name}
        onValue={(name) => setFilled((old) => ({ ...old, name }))}
      />
      <Field
        label={WORDS.platform}
        name="source-platform"
        hint={WORDS.platformHint}
        value={filled.platform}
        onValue={(platform) => setFilled((old) => ({ ...old, platform }))}
      />
      {covers ? (
        <div class="checks">
          <label for={box}>
            <input
              id={box}
              type="checkbox"
              checked={whole}
              onChange={(event) => setWhole(event.currentTarget.checked)}
            />
            <span>{WORDS.whole}</span>
          </label>
          <p class="hint">{WORDS.wholeHint}</p>
        </div>
      ) : null}
      {problem === undefined ? null : <Problem problem={problem} title={words.failed} />}
      <div class="row">
        <Button rank="primary" submit disabled={!ready} busy={busy && WORDS.busy}>
          {WORDS.go}
        </Button>
        <Button onClick={onCancel}>{console_.cancel}</Button>
      </div>
    </form>
  );
}
