// The life cycle of a rule as a chip; it is told by its border, never by colour.
import type { VNode } from "preact";
import type { Status } from "../../../shared/rules/rule.ts";
import { STATUS } from "../../words/console-terms.ts";

export const LifeChip = ({ status }: { status: Status }): VNode => (
  <span class={`chip life ${status}`}>{STATUS[status]}</span>
);
