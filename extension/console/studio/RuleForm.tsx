// The fields of a rule: what may be changed stands in controls, the rest as a sentence to read.
import type { ComponentChildren, VNode } from "preact";
import type { ElementId } from "../../../shared/dictionary/field.ts";
import { fieldLabel } from "../../../shared/dictionary/words.ts";
import type { Pack } from "../../../shared/rules/pack.ts";
import type { Rule } from "../../../shared/rules/rule.ts";
import { stageLabel } from "../../../shared/rules/stages.ts";
import { words } from "../../words/console-studio.ts";
import { AUDIENCE, WEIGHT } from "../../words/console-terms.ts";
import { usePack } from "../pack.ts";
import { Field } from "../parts/Field.tsx";
import { State } from "../parts/State.tsx";
import { ClockSentence } from "./ClockSentence.tsx";
import { Conditions } from "./Conditions.tsx";
import { EachSentence } from "./EachSentence.tsx";
import { Switch } from "./Switch.tsx";
import { useStudio } from "./studio.ts";
import { Warnings } from "./Warnings.tsx";

const WORDS = words.edit;
const LONGEST_TITLE = 18;
const LONGEST_FIX = 40;

/** The label of a field named by a rule: of its own element, or dotted of another. */
export function fieldWord(path: string, each: ElementId = "case"): string {
  const [head = "", tail] = path.split(".");
  return tail === undefined ? fieldLabel(each, head) : fieldLabel(head as ElementId, tail);
}

export const Sentence = ({ label, children }: { label: string; children: ComponentChildren }): VNode => (
  <fieldset class="field" aria-label={label}>
    <span class="label">{label}</span>
    <div class="sentence">{children}</div>
  </fieldset>
);

export const Token = ({ children }: { children: ComponentChildren }): VNode => (
  <span class="token">{children}</span>
);

interface Props {
  readonly rule: Rule;
  readonly writes: boolean;
  /** Every part may be changed; a layer may not touch the remedy. */
  readonly whole: boolean;
  /** Whether the last check of exactly this text passed; undefined while it is not known. */
  readonly checked: boolean | undefined;
}

export function RuleForm({ rule, writes, whole, checked }: Props): VNode {
  const { editRule } = useStudio();
  const { pack } = usePack();
  const set = (change: Partial<Rule>): void => editRule({ ...rule, ...change });
  const titleOver = [...rule.title].length - LONGEST_TITLE;
  const fixOver = Math.max(...rule.fix.split(/[。；;]/).map((part) => [...part].length)) - LONGEST_FIX;
  return (
    <div class="form">
      <div class="form-row head">
        <Field
          label={WORDS.name}
          value={rule.title}
          disabled={!writes}
          error={
            rule.title.trim() === "" ? WORDS.nameEmpty : titleOver > 0 ? WORDS.nameLong(titleOver) : undefined
          }
          onValue={(title) => set({ title })}
        />
        <Read label={WORDS.weight}>{WEIGHT[rule.weight]}</Read>
        <Read label={WORDS.stage}>{stageLabel(rule.stage)}</Read>
        <Switch rule={rule} writes={writes} onStatus={(status) => set({ status })} />
      </div>
      {rule.status === "retired" ? <p class="hint">{WORDS.offWhy}</p> : null}
      <Sentence label={WORDS.basis}>
        {rule.basis.map((one) => (
          <span class="law" key={`${one.statute} ${one.edition} ${one.article}`}>
            <Token>{one.statute}</Token>
            <Token>{words.preview.law("", one.article)}</Token>
            <small>{editionWord(pack, one.statute, one.edition)}</small>
          </span>
        ))}
        <small class="right">
          {rule.act === "continuing" ? WORDS.continuing : WORDS.act(fieldWord(rule.act, rule.each))}
        </small>
      </Sentence>
      <EachSentence rule={rule} />
      <ClockSentence rule={rule} writes={writes} onRule={editRule} />
      <div class="form-row warn">
        <Warnings rule={rule} writes={writes} onRule={editRule} />
        <Read label={WORDS.audience}>{AUDIENCE[rule.audience]}</Read>
        <Read label={WORDS.review2}>{rule.reviewBy}</Read>
      </div>
      <Field
        label={WORDS.fix}
        lines={2}
        value={rule.fix}
        disabled={!writes || !whole}
        hint={writes && !whole ? WORDS.fixAbove : undefined}
        error={rule.fix.trim() === "" ? WORDS.fixEmpty : fixOver > 0 ? WORDS.fixLong(fixOver) : undefined}
        onValue={(fix) => set({ fix })}
      />
      <Conditions rule={rule}>
        {checked === undefined ? (
          <State colour="grey">{WORDS.notChecked}</State>
        ) : (
          <State colour={checked ? "green" : "red"}>
            {checked ? WORDS.inDictionary : words.examples.refused}
          </State>
        )}
      </Conditions>
    </div>
  );
}

/** `2018 修正`, else the day of the edition. */
const editionWord = (pack: Pack | undefined, statute: string, edition: string): string =>
  pack?.statutes.find(({ title }) => title === statute)?.editions.find((one) => one.edition === edition)
    ?.label ?? edition;

/** A value that is read here and changed elsewhere. */
const Read = ({ label, children }: { label: string; children: ComponentChildren }): VNode => (
  <div class="field read">
    <span class="label">{label}</span>
    <div class="value">{children}</div>
  </div>
);
