// The form of one move: its reason, and what else it must bring; nothing is sent without them.
import type { VNode } from "preact";
import { useRef, useState } from "preact/hooks";
import { EXEMPTIONS, type Exemption, LIABILITIES, type Liability } from "../../../shared/supervision/item.ts";
import type { Offer } from "../../../shared/supervision/item-check.ts";
import { MOVES, type Need } from "../../../shared/supervision/item-moves.ts";
import { sensitiveIn } from "../../overlay/panel/sensitive.ts";
import { KIND, MOVE, NEED, REASON, words } from "../../words/console-items.ts";
import { words as panelWords } from "../../words/panel.ts";
import { call } from "../call.ts";
import { Button } from "../parts/Button.tsx";
import { Choice } from "../parts/Choice.tsx";
import { Field } from "../parts/Field.tsx";
import { Problem } from "../parts/Problem.tsx";
import { useToast } from "../parts/Toast.tsx";
import { useCall, type Problem as What } from "../use-call.ts";
import { DayField } from "./DayField.tsx";
import { dayText, endOfDayText } from "./day.ts";
import type { ItemView } from "./order.ts";

interface Props {
  readonly item: ItemView;
  readonly offer: Offer;
  readonly now: number;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

const DAY = 86_400_000;

export function MoveForm({ item, offer, now, onDone, onCancel }: Props): VNode {
  const needs = (need: Need): boolean => offer.needs.includes(need);
  const kinds: readonly (Exemption | Liability)[] = needs("exemption") ? EXEMPTIONS : LIABILITIES;
  const [said, setSaid] = useState("");
  const [evidence, setEvidence] = useState("");
  const [kind, setKind] = useState<Exemption | Liability>(kinds[0] ?? "none");
  const [owner, setOwner] = useState("");
  const [until, setUntil] = useState(dayText(Math.max(item.limit, now) + 3 * DAY));
  const [limit, setLimit] = useState("");
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<What>();
  const key = useRef(`c.${crypto.randomUUID()}`);
  const toast = useToast();
  const found = sensitiveIn(said);
  const lacks = (text: string): string | undefined => (tried && text.trim() === "" ? words.empty : undefined);
  const complete =
    said.trim() !== "" && (!needs("evidence") || evidence.trim() !== "") && (!needs("owner") || owner !== "");
  const send = async (): Promise<void> => {
    setTried(true);
    if (!complete) return;
    setBusy(true);
    setProblem(undefined);
    const end = endOfDayText(limit);
    const answer = await call("moveItem", {
      params: { unit: item.unit, id: item.id },
      body: {
        key: key.current,
        seen: item.moves,
        do: offer.do,
        said: said.trim(),
        ...(needs("evidence") ? { evidence: evidence.trim() } : {}),
        ...(needs("exemption") || needs("liability") ? { kind } : {}),
        ...(needs("owner") ? { owner } : {}),
        ...(needs("until") ? { until: endOfDayText(until) ?? 0 } : {}),
        ...(end === undefined ? {} : { limit: end }),
      },
    });
    setBusy(false);
    if (!answer.ok) {
      setProblem(answer);
      return;
    }
    toast(words.done(MOVE[offer.do]));
    onDone();
  };
  return (
    <form
      class="item-form"
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <strong>{MOVE[offer.do]}</strong>
      {needs("exemption") || needs("liability") ? (
        <Choice
          label={NEED[needs("exemption") ? "exemption" : "liability"]}
          value={kind}
          options={kinds.map((one) => [one, KIND[one]] as const)}
          onValue={(value) => setKind(kinds.find((one) => one === value) ?? kind)}
        />
      ) : null}
      {needs("owner") ? <OwnerChoice not={item.owner?.id} value={owner} onValue={setOwner} /> : null}
      {needs("owner") && tried && owner === "" ? <p class="mend">{words.noNewOwner}</p> : null}
      <Field
        label={REASON[offer.do] ?? NEED.said}
        hint={words.write}
        lines={3}
        value={said}
        error={found === undefined ? lacks(said) : panelWords.sensitive[found]}
        onValue={setSaid}
      />
      {needs("evidence") ? (
        <Field
          label={NEED.evidence}
          hint={words.evidenceHint}
          value={evidence}
          error={lacks(evidence)}
          onValue={setEvidence}
        />
      ) : null}
      {needs("until") ? (
        <DayField label={NEED.until} hint={words.untilHint} value={until} onValue={setUntil} />
      ) : null}
      {MOVES[offer.do].limits === true ? (
        <DayField label={words.limitLabel} value={limit} onValue={setLimit} />
      ) : null}
      {problem === undefined ? null : <Problem problem={problem} title={words.failed} />}
      <div class="row">
        <Button rank="primary" submit busy={busy && words.going}>
          {MOVE[offer.do]}
        </Button>
        <Button rank="text" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}

interface OwnerProps {
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** Whom it belongs to already. */
  readonly not?: string | undefined;
  readonly label?: string;
  readonly none?: string;
}

/** A member of the unit or below, asked for when it is shown. */
export function OwnerChoice({ value, onValue, not, label = NEED.owner, none = "—" }: OwnerProps): VNode {
  const owners = useCall("itemOwners").value?.owners ?? [];
  return (
    <Choice
      label={label}
      value={value}
      options={[
        ["", none],
        ...owners
          .filter(({ id }) => id !== not)
          .map(({ id, name, unitName }) => [id, `${name}　${unitName}`] as const),
      ]}
      onValue={onValue}
    />
  );
}
