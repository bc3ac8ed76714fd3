// The open part of a why-card: 依据, 读到, 怎么算, 可延长, 怎么办 and the line of version, owner and objections.
import { type ComponentChildren, Fragment, type VNode } from "preact";
import type { Finding } from "../../../shared/rules/finding.ts";
import { Draw, Shape } from "../../look/Draw.tsx";
import { icons } from "../../look/icons.ts";
import { words as originWords } from "../../words/origin.ts";
import { VERDICT, words } from "../../words/panel.ts";
import { AnswerForm } from "./AnswerForm.tsx";
import { ArticleText } from "./ArticleText.tsx";
import { editionText } from "./Card.tsx";
import { levelWord, OriginLines } from "./OriginPart.tsx";
import { ReadOff } from "./ReadOff.tsx";
import { placeOf, type Store } from "./store.ts";
import { Working } from "./Working.tsx";
import { valueText } from "./when.ts";

function Part({ name, children }: { name: string; children: ComponentChildren }): VNode {
  return (
    <div class="part">
      <h5>{name}</h5>
      <div class="part-body">{children}</div>
    </div>
  );
}

function Basis({ store, finding }: { store: Store; finding: Finding }): VNode {
  return (
    <Part name={words.card.basis}>
      <div>
        <span class="statute">
          《{finding.statute}》第{finding.article}条
        </span>{" "}
        <span class="edition">{editionText(finding)}</span>
      </div>
      {finding.quote !== undefined && <div class="quote">“{finding.quote}”</div>}
      <small>{finding.open ?? words.card.chosen}</small>
      {finding.readings === undefined && (
        <ArticleText
          store={store}
          statute={finding.statute}
          edition={finding.edition}
          editionLabel={editionText(finding)}
          article={finding.article}
          rule={finding.rule}
        />
      )}
    </Part>
  );
}

/** Both editions across which the act lies, each with what it says, for somebody to choose. */
function Readings({ store, finding }: { store: Store; finding: Finding }): VNode | null {
  const now = store.now.value;
  if (finding.readings === undefined) return null;
  return (
    <Part name={words.card.readings}>
      {finding.readings.map(({ statute, edition, editionLabel, article, verdict, colour, due }) => (
        <Fragment key={edition}>
          <div class="law-reading">
            <Shape colour={colour} size={14} />
            <span class="statute">
              《{statute}》{words.card.article(article)}
            </span>{" "}
            <span class="edition">{editionLabel}</span>
            <b>{VERDICT[verdict]}</b>
            {due !== undefined && (
              <span>
                {words.card.ends(valueText({ path: "", label: "", state: "known", value: due }, now))}
              </span>
            )}
          </div>
          <ArticleText
            store={store}
            statute={statute}
            edition={edition}
            editionLabel={editionLabel}
            article={article}
            rule={finding.rule}
          />
        </Fragment>
      ))}
      <small>{words.card.chooseLaw}</small>
    </Part>
  );
}

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
        <button type="button" class="primary" onClick={() => store.locate(place)}>
          <Draw of={icons.locate} size={14} />
          {words.card.locate}
        </button>
      )}
      {known && finding.verdict !== "unknown" && answer?.kind !== "signed" && answer?.kind !== "done" && (
        <button
          type="button"
          class={place === undefined ? "primary" : "second"}
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
  const origin = state?.origins?.[finding.rule];
  const say = (kind: "disputed" | "wrong") => () => {
    store.saying.value = { key: finding.key, kind };
  };
  const read = (
    <Part name={unknown && finding.reason !== "law" ? words.card.missing : words.card.readOff}>
      <ReadOff store={store} finding={finding} />
    </Part>
  );
  return (
    <div class="card-body">
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
      <Part name={words.card.fix}>
        <p>{finding.fix}</p>
        <Acts store={store} finding={finding} />
      </Part>
      {origin === undefined ? null : (
        <Part name={originWords.title}>
          <OriginLines origin={origin} now={store.now.value} />
        </Part>
      )}
      {store.saying.value?.key === finding.key && <AnswerForm store={store} finding={finding} />}
      <div class="card-line">
        <span>{words.card.rule(levelWord(origin), state?.pack.label ?? "", finding.owner)}</span>
        {state?.caseKey !== undefined && (
          <>
            <button type="button" class="text" onClick={say("disputed")}>
              <Draw of={icons.dispute} size={14} />
              {words.card.dispute}
            </button>
            <button type="button" class="text" onClick={say("wrong")}>
              <Draw of={icons.flag} size={14} />
              {words.card.wrongButton}
            </button>
          </>
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
