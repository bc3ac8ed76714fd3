// Which changes of the unit's layer the units above have overtaken, above the list of rules.
import type { VNode } from "preact";
import type { Rule } from "../../../shared/rules/rule.ts";
import { words } from "../../words/console-studio.ts";
import { State } from "../parts/State.tsx";
import { hashOf } from "../route.ts";
import type { Layered } from "./source.ts";

interface Props {
  readonly aside: Layered["aside"];
  readonly rules: readonly Rule[];
}

export function Overtaken({ aside, rules }: Props): VNode | null {
  if (aside.length === 0) return null;
  return (
    <section class="card pad overtaken" role="status">
      <State colour="orange">{words.origin.overtaken(aside.length)}</State>
      <ul>
        {aside.map(({ rule, message }) => (
          <li key={rule}>
            <a href={hashOf("rules", rule)}>{rules.find(({ id }) => id === rule)?.title ?? rule}</a>{" "}
            <span class="sub">{message}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
