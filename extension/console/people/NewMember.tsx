// The form that makes a member with one or more roles.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Role } from "../../../shared/api/route.ts";
import type { Unit } from "../../../shared/api/shapes.ts";
import { words } from "../../words/console.ts";
import { call } from "../call.ts";
import { Button } from "../parts/Button.tsx";
import { Choice } from "../parts/Choice.tsx";
import { Field } from "../parts/Field.tsx";
import { Problem } from "../parts/Problem.tsx";
import { useToast } from "../parts/Toast.tsx";
import type { Problem as What } from "../use-call.ts";
import { Initial, type Told } from "./Initial.tsx";
import { RoleChecks } from "./RoleChecks.tsx";

const WORDS = words.people;
const EMPTY = { name: "", account: "", officerId: "", phone: "" };
type Filled = typeof EMPTY;

export function NewMember({ units, onMade }: { units: readonly Unit[]; onMade: () => void }): VNode {
  const [filled, setFilled] = useState(EMPTY);
  const [unit, setUnit] = useState(units[0]?.id ?? "");
  const [roles, setRoles] = useState<readonly Role[]>(["officer"]);
  const [tried, setTried] = useState(false);
  const [told, setTold] = useState<Told>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<What>();
  const toast = useToast();
  const { first } = words.start;
  const wrong: Partial<Record<keyof Filled | "roles", string>> = {};
  if (filled.name.trim() === "") wrong.name = first.empty(WORDS.name);
  if (filled.account.trim() === "") wrong.account = first.empty(WORDS.account);
  if (roles.length === 0) wrong.roles = WORDS.needRole;
  const field = (key: keyof Filled) => ({
    name: key,
    value: filled[key],
    error: tried ? wrong[key] : undefined,
    onValue: (value: string): void => setFilled((old) => ({ ...old, [key]: value })),
  });
  const make = async (): Promise<void> => {
    setTried(true);
    if (Object.keys(wrong).length > 0) return;
    setBusy(true);
    setProblem(undefined);
    const { officerId, phone, name, account } = filled;
    const answer = await call("createMember", {
      body: {
        name: name.trim(),
        account: account.trim(),
        unit,
        roles: [...roles],
        ...(officerId.trim() === "" ? {} : { officerId: officerId.trim() }),
        ...(phone.trim() === "" ? {} : { phone: phone.trim() }),
      },
    });
    setBusy(false);
    if (!answer.ok) {
      setProblem(answer);
      return;
    }
    setFilled(EMPTY);
    setTried(false);
    const { member, initial } = answer.value;
    toast(WORDS.made(member.name));
    if (initial !== undefined) setTold({ name: member.name, ...initial });
    onMade();
  };
  if (told !== undefined) return <Initial told={told} onClose={() => setTold(undefined)} />;
  return (
    <form
      class="pad"
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <p class="lead">{WORDS.addSay}</p>
      <div class="two">
        <Field label={WORDS.name} {...field("name")} />
        <Field label={WORDS.account} {...field("account")} />
      </div>
      <div class="two">
        <Field label={WORDS.officerId} hint={WORDS.officerIdHint} {...field("officerId")} />
        <Field label={WORDS.phone} hint={WORDS.phoneHint} {...field("phone")} />
      </div>
      <Choice
        label={WORDS.unit}
        value={unit}
        options={units.filter((one) => one.closedAt === undefined).map((one) => [one.id, one.name])}
        onValue={setUnit}
      />
      <RoleChecks
        label={WORDS.roles}
        roles={roles}
        onRoles={setRoles}
        error={tried ? wrong.roles : undefined}
      />
      {problem === undefined ? null : <Problem problem={problem} title={WORDS.failed} />}
      <Button rank="primary" submit busy={busy && WORDS.busy}>
        {WORDS.go}
      </Button>
    </form>
  );
}
