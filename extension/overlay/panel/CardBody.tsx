// The open part of a why-card: 依据, 读到, 怎么算, 可延长, 怎么办 and the line of version, owner and objections.
import type { VNode } from "preact";
import type { Finding } from "../../../shared/rules/finding.ts";
import { Draw } from "../../look/Draw.tsx";
import { icons } from "../../look/icons.ts";
import { words as aid } from "../../words/aid.ts";
import { words as objections } from "../../words/objections.ts";
import { words as originWords } from "../../words/origin.ts";
import { words } from "../../words/panel.ts";
import { AnswerForm } from "./AnswerForm.tsx";
import { Basis, Readings } from "./Basis.tsx";
import { CopyButton } from "./CopyButton.tsx";
import { type Objected, ObjectionPart, objectTo } from "./Objection.tsx";
import { levelWord, OriginLines } from "./OriginPart.tsx";
import { Part } from "./Part.tsx";
import { ReadOff } from "./ReadOff.tsx";
import { useRuleHelp } from "./rule-help.ts";
import { MatterOf } from "./Supervision.tsx";
import { placeOf, type Store } from "./store.ts";
import { TemplatePart } from "./TemplatePart.tsx";
import { Working } from "./Working.tsx";
import { valueText } from "./when.ts";

function Extend({ finding, now }: { finding: Finding; now: number }): VNode | null {
  if (finding.due === undefined) return null;
  const { extend } = finding;
  return (
    <Part name={words.card.extend}>
      {extend === undefined || extend.length === 0
        ? words.card.noExtend
        : extend.map(({ to, approver, due }) => (
            <p key={to}>
              经<b>{approver}</b>批准可至 {to}
              {due === undefined
                ? ""
                : words.card.extended(valueText({ path: "", label: "", state: "known", value: due }, now))}
              。
            </p>
          ))}
    </Part>
  );
}

/** What a button does and the key that does the same, while the panel has the focus. */
const keyed = (does: string, key: string): string => `${does} ${key}`;

function Acts({ store, finding }: { store: Store; finding: Finding }): VNode {
  const place = placeOf(finding, store.state.value);
  const answer = store.state.value?.answers[finding.key];
  const known = store.state.value?.caseKey !== undefined;
  const say = (kind: "done" | "explained") => () => {
    store.saying.value = { key: finding.key, kind };
  };
  return (
    <div class="acts">
      {place !== undefined && (
        <button
          type="button"
          class="primary"
          title={keyed(words.card.locate, "L")}
          aria-keyshortcuts="L"
          onClick={() => store.locate(place)}
        >
          <Draw of={icons.locate} size={14} />
          {words.card.locate}
        </button>
      )}
      {known && finding.verdict !== "unknown" && answer?.kind !== "signed" && answer?.kind !== "done" && (
        <button
          type="button"
          class={place === undefined ? "primary" : "second"}
          title={keyed(words.card.sign, "A")}
          aria-keyshortcuts="A"
          onClick={() => void store.answer(finding, "signed")}
        >
          <Draw of={icons.check} size={14} />
          {words.card.sign}
        </button>
      )}
      {known && answer?.kind === "signed" && (
        <button type="button" class="second" onClick={say("done")}>
          <Draw of={icons.check} size={14} />
          {words.card.doneButton}
        </button>
      )}
      {known && (
        <button type="button" class="plain" onClick={say("explained")}>
          {words.card.explain}
        </button>
      )}
    </div>
  );
}

export function CardBody({
  store,
  finding,
  shut,
}: {
  store: Store;
  finding: Finding;
  shut: () => void;
}): VNode {
  const unknown = finding.verdict === "unknown";
  const state = store.state.value;
  const help = useRuleHelp(store, finding.rule);
  const { guide } = help;
  const origin = state?.origins?.[finding.rule];
  const say = (kind: Objected) => () => void objectTo(store, finding, kind);
  const read = (
    <Part name={unknown && finding.reason !== "law" ? words.card.missing : words.card.readOff}>
      <ReadOff store={store} finding={finding} />
    </Part>
  );
  return (
    <div class="card-body">
      <MatterOf store={store} finding={finding} />
      {unknown && read}
      <Basis store={store} finding={finding} />
      <Readings store={store} finding={finding} />
      {!unknown && read}
      {finding.working.length > 0 && (
        <Part name={words.card.working}>
          <Working store={store} finding={finding} />
        </Part>
      )}
      {!unknown && <Extend finding={finding} now={store.now.value} />}
      <Part
        name={words.card.fix}
        aside={<CopyButton store={store} text={finding.fix} label={aid.copy.fix} />}
      >
        <p>{finding.fix}</p>
        <Acts store={store} finding={finding} />
      </Part>
      {help.template !== undefined && (
        <Part name={aid.template.title}>
          <TemplatePart store={store} on={finding.on} text={help.template} />
        </Part>
      )}
      {origin === undefined ? null : (
        <Part name={originWords.title}>
          <OriginLines origin={origin} now={store.now.value} />
        </Part>
      )}
      <ObjectionPart store={store} finding={finding} />
      {store.saying.value?.key === finding.key && <AnswerForm store={store} finding={finding} />}
      <div class="card-line">
        <span>{words.card.rule(levelWord(origin), state?.pack.label ?? "", finding.owner)}</span>
        {state?.caseKey !== undefined && (
          <>
            <button
              type="button"
              class="text"
              title={keyed(words.card.dispute, "D")}
              aria-keyshortcuts="D"
              onClick={say("disputed")}
            >
              <Draw of={icons.dispute} size={14} />
              {words.card.dispute}
            </button>
            <button type="button" class="text" onClick={say("wrong")}>
              <Draw of={icons.flag} size={14} />
              {words.card.wrongButton}
            </button>
          </>
        )}
        {guide !== undefined && (
          <button
            type="button"
            class="text"
            aria-label={objections.card.guideLong}
            onClick={() => {
              store.guide.value = { guide, finding };
            }}
          >
            <Draw of={icons.listChecks} size={14} />
            {objections.card.guide}
          </button>
        )}
        <button
          type="button"
          class="tool shut"
          aria-label={words.card.shut}
          aria-expanded={true}
          onClick={shut}
        >
          <Draw of={icons.chevronDown} size={16} />
        </button>
      </div>
    </div>
  );
}
