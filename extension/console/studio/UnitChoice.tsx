// The drop-down of a limit's unit, small enough to stand in a sentence.
import type { VNode } from "preact";
import type { LimitUnit } from "../../../shared/time/period.ts";
import { UNIT } from "../../words/console-terms.ts";

interface Props {
  readonly label: string;
  readonly value: LimitUnit;
  readonly units: readonly LimitUnit[];
  readonly disabled: boolean;
  readonly onUnit: (unit: LimitUnit) => void;
}

export const UnitChoice = ({ label, value, units, disabled, onUnit }: Props): VNode => (
  <select
    class="token-select"
    aria-label={label}
    value={value}
    disabled={disabled}
    onChange={(event) => onUnit(event.currentTarget.value as LimitUnit)}
  >
    {units.map((unit) => (
      <option key={unit} value={unit} selected={unit === value}>
        {UNIT[unit]}
      </option>
    ))}
  </select>
);
