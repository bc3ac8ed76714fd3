// The members of the caller's part of the tree, one of them opened, and the form that makes one.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { MemberLine } from "../../../shared/api/routes/members.ts";
import type { Unit } from "../../../shared/api/shapes.ts";
import { ROLE, words } from "../../words/console.ts";
import { PEOPLE } from "../../words/people.ts";
import { Empty } from "../parts/Empty.tsx";
import { matches } from "../parts/SearchBox.tsx";
import { may, useMember } from "../session.ts";
import { MemberCard } from "./MemberCard.tsx";
import { NewMember } from "./NewMember.tsx";

const WORDS = words.people;

export const isFound = (one: MemberLine, typed: string): boolean =>
  matches(typed, one.name, one.account, one.officerId ?? "", one.unitName);

interface Props {
  readonly members: readonly MemberLine[];
  readonly units: readonly Unit[];
  readonly typed: string;
  readonly again: () => void;
}

export function Members({ members, units, typed, again }: Props): VNode {
  const me = useMember();
  const [picked, setPicked] = useState<string>();
  const found = members.filter((one) => isFound(one, typed));
  const open = members.find(({ id }) => id === picked);
  return (
    <div class="columns people">
      <section class="card grow">
        {found.length === 0 ? (
          <Empty title={WORDS.none}>{WORDS.noneWhy}</Empty>
        ) : (
          <Rows members={found} picked={picked} onPick={setPicked} />
        )}
      </section>
      <div class="column">
        <section class="card">
          <div class="card-head">
            <h2>{open?.name ?? WORDS.members}</h2>
          </div>
          {open === undefined ? (
            <p class="pad sub">{PEOPLE.pick}</p>
          ) : (
            <MemberCard
              key={`${open.id} ${open.unit} ${open.roles.join()}`}
              member={open}
              members={members}
              units={units}
              again={again}
            />
          )}
        </section>
        {may(me, "admin", "security") ? (
          <details class="card" open={members.length < 2}>
            <summary class="card-head">
              <h2>{WORDS.add}</h2>
            </summary>
            <NewMember units={units} onMade={again} />
          </details>
        ) : null}
      </div>
    </div>
  );
}

interface RowsProps {
  readonly members: readonly MemberLine[];
  readonly picked: string | undefined;
  readonly onPick: (id: string) => void;
}

function Rows({ members, picked, onPick }: RowsProps): VNode {
  return (
    <table class="table">
      <thead>
        <tr>
          <th>{WORDS.name}</th>
          <th>{WORDS.account}</th>
          <th>{WORDS.officerId}</th>
          <th>{WORDS.unit}</th>
          <th>{WORDS.roles}</th>
          <th>{PEOPLE.accountState}</th>
        </tr>
      </thead>
      <tbody>
        {members.map((one) => (
          <tr key={one.id} aria-selected={one.id === picked} class={one.id === picked ? "selected" : ""}>
            <td>
              <button
                type="button"
                class="row-link"
                aria-label={PEOPLE.open(one.name)}
                onClick={() => onPick(one.id)}
              >
                <strong>{one.name}</strong>
              </button>
            </td>
            <td>{one.account}</td>
            <td>{one.officerId ?? "—"}</td>
            <td>{one.unitName}</td>
            <td>{one.roles.map((role) => ROLE[role]).join("、")}</td>
            <td>{PEOPLE.state[one.state]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
