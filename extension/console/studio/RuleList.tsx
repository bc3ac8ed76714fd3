// The list of rules with search and filters by stage and status.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { LEVEL_WORDS, type Origin } from "../../../shared/rules/layers/layer.ts";
import type { Pack } from "../../../shared/rules/pack.ts";
import type { Rule, Status } from "../../../shared/rules/rule.ts";
import { STAGES } from "../../../shared/rules/stages.ts";
import { words } from "../../words/console-studio.ts";
import { STATUS, WEIGHT } from "../../words/console-terms.ts";
import { ExcelButton } from "../excel/ExcelButton.tsx";
import { rulesTable } from "../excel/register-lists.ts";
import { usePack } from "../pack.ts";
import { Choice } from "../parts/Choice.tsx";
import { Empty } from "../parts/Empty.tsx";
import { matches, SearchBox } from "../parts/SearchBox.tsx";
import { hashOf } from "../route.ts";
import { LifeChip } from "./LifeChip.tsx";

const WORDS = words.rules;
const STATUSES = Object.keys(STATUS) as readonly Status[];

interface Props {
  readonly rules: readonly Rule[];
  readonly current: string | undefined;
  /** Ids with changes that are not published. */
  readonly changed: ReadonlySet<string>;
  readonly damaged: readonly string[];
}

const texts = (rule: Rule): readonly string[] => [
  rule.title,
  rule.id,
  rule.fix,
  rule.when ?? "",
  rule.require ?? "",
  rule.clock?.from ?? "",
  rule.clock?.until ?? "",
  ...rule.basis.map(({ statute, article }) => `${statute}第${article}条`),
];

/** Long titles by their short name, so that a row stays one line. */
const shortOf = (pack: Pack | undefined, title: string): string =>
  title.length <= 8 ? title : (pack?.statutes.find((statute) => statute.title === title)?.short ?? title);

/** Which level added or changed a rule last; nothing for what is the nation's as it stands. */
function localWord(from: Origin | undefined): string {
  const level = from?.changes[from.changes.length - 1]?.level ?? from?.level ?? "nation";
  return level === "nation" ? "" : `　${LEVEL_WORDS[level]}`;
}

export function RuleList({ rules, current, changed, damaged }: Props): VNode {
  const { pack, rules: packed } = usePack();
  const [typed, setTyped] = useState("");
  const [stage, setStage] = useState("");
  const [status, setStatus] = useState("");
  const found = rules.filter(
    (rule) =>
      (stage === "" || rule.stage === stage) &&
      (status === "" || rule.status === status) &&
      matches(typed, ...texts(rule)),
  );
  return (
    <section class="card list" aria-label={WORDS.title}>
      <div class="list-head">
        <SearchBox label={WORDS.search} value={typed} onValue={setTyped} />
        <div class="filters">
          <Choice
            bare
            label={WORDS.stage}
            value={stage}
            options={[["", WORDS.allStages], ...STAGES.map(({ id, label }) => [id, label] as const)]}
            onValue={setStage}
          />
          <Choice
            bare
            label={WORDS.status}
            value={status}
            options={[["", WORDS.allStatus], ...STATUSES.map((id) => [id, STATUS[id]] as const)]}
            onValue={setStatus}
          />
          <span class="sub">{WORDS.count(found.length)}</span>
          <ExcelButton name={WORDS.title} tables={() => [rulesTable(found)]} />
        </div>
      </div>
      <ul class="rows">
        {found.map((rule) => {
          const basis = rule.basis[0];
          return (
            <li key={rule.id}>
              <a
                data-row
                href={hashOf("rules", rule.id)}
                aria-current={rule.id === current ? "true" : undefined}
              >
                <span class="between">
                  <strong>{rule.title}</strong>
                  <LifeChip status={rule.status} />
                </span>
                <span class="sub">
                  {basis === undefined
                    ? WORDS.waits(WEIGHT[rule.weight])
                    : WORDS.law(WEIGHT[rule.weight], shortOf(pack, basis.statute), basis.article)}
                  {localWord(packed.get(rule.id)?.from)}
                  {changed.has(rule.id) ? <b>　{WORDS.changed}</b> : null}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
      {found.length === 0 ? <Empty title={WORDS.none}>{WORDS.noneWhy}</Empty> : null}
      {damaged.map((id) => (
        <p class="sub pad" key={id}>
          {WORDS.damaged(id)}
        </p>
      ))}
    </section>
  );
}
