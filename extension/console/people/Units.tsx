// The tree of units in the member's charge, one of them opened, and the form that adds one below.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { MemberLine } from "../../../shared/api/routes/members.ts";
import type { Unit } from "../../../shared/api/shapes.ts";
import { fullInstantText } from "../../../shared/time/format.ts";
import { words } from "../../words/console.ts";
import { PEOPLE } from "../../words/people.ts";
import { Button } from "../parts/Button.tsx";
import { NewUnit } from "./NewUnit.tsx";
import { UnitCard } from "./UnitCard.tsx";

const WORDS = words.people;

interface Props {
  readonly units: readonly Unit[];
  readonly members: readonly MemberLine[];
  readonly writes: boolean;
  readonly again: () => void;
}

export interface Branch {
  readonly unit: Unit;
  /** 0 is the top of the list. */
  readonly depth: number;
}

/** The units in the order of the tree, each below its parent, siblings by their names. */
export function branches(units: readonly Unit[]): readonly Branch[] {
  const known = new Set(units.map(({ id }) => id));
  const below = (parent: string | null | undefined, depth: number): readonly Branch[] =>
    units
      .filter((unit) =>
        parent === undefined ? unit.parent === null || !known.has(unit.parent) : unit.parent === parent,
      )
      .sort((a, b) => a.name.localeCompare(b.name, "zh-CN"))
      .flatMap((unit) => [{ unit, depth }, ...below(unit.id, depth + 1)]);
  return below(undefined, 0);
}

/** How many members of a unit may sign in. */
export const peopleOf = (members: readonly MemberLine[], id: string): number =>
  members.filter(({ unit, state }) => unit === id && state !== "disabled").length;

export function Units({ units, members, writes, again }: Props): VNode {
  const [picked, setPicked] = useState<string>();
  const [adding, setAdding] = useState(false);
  const open = units.find(({ id }) => id === picked);
  return (
    <div class="columns people">
      <section class="card grow units" aria-label={WORDS.units}>
        <ul class="lines">
          {branches(units).map(({ unit, depth }) => (
            <li key={unit.id} class={unit.id === picked ? "selected" : ""}>
              <div style={{ paddingLeft: `${depth * 20}px` }}>
                <button type="button" class="row-link" onClick={() => setPicked(unit.id)}>
                  <strong>{unit.name}</strong>
                </button>
                <p class="sub">
                  {[
                    PEOPLE.unit.level[unit.level],
                    unit.id,
                    PEOPLE.unit.members(peopleOf(members, unit.id)),
                    ...(unit.closedAt === undefined
                      ? []
                      : [PEOPLE.unit.closed(fullInstantText(unit.closedAt))]),
                  ].join("　")}
                </p>
              </div>
            </li>
          ))}
        </ul>
      </section>
      <div class="column">
        <section class="card">
          <div class="card-head">
            <h2>{open?.name ?? WORDS.units}</h2>
          </div>
          {open === undefined ? (
            <p class="pad sub">{PEOPLE.unit.pick}</p>
          ) : (
            <UnitCard
              key={`${open.id} ${open.parent} ${open.closedAt}`}
              unit={open}
              units={units}
              writes={writes}
              again={again}
            />
          )}
        </section>
        {writes ? (
          <section class="card pad units">
            {adding ? (
              <NewUnit
                units={units}
                onMade={() => {
                  setAdding(false);
                  again();
                }}
              />
            ) : (
              <Button onClick={() => setAdding(true)}>{WORDS.addUnit}</Button>
            )}
          </section>
        ) : null}
      </div>
    </div>
  );
}
