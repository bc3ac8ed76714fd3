// The unit's members and the units below it, and the forms that add one.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Member } from "../../../shared/api/shapes.ts";
import { ROLE, words } from "../../words/console.ts";
import { Empty } from "../parts/Empty.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { matches, SearchBox } from "../parts/SearchBox.tsx";
import { may, useMember } from "../session.ts";
import { useCall } from "../use-call.ts";
import { NewMember } from "./NewMember.tsx";
import { Units } from "./Units.tsx";

const WORDS = words.people;

export function PeoplePage(): VNode {
  const members = useCall("members");
  const units = useCall("units");
  const member = useMember();
  const [typed, setTyped] = useState("");
  const all = members.value?.members ?? [];
  const found = all.filter((one) => matches(typed, one.name, one.account, one.officerId ?? "", one.unitName));
  return (
    <>
      <PageHead title={WORDS.title} sub={members.value === undefined ? null : WORDS.count(all.length)}>
        <SearchBox
          label={`${WORDS.name}、${WORDS.account}、${WORDS.officerId}`}
          value={typed}
          onValue={setTyped}
        />
      </PageHead>
      <div class="columns people">
        <section class="card grow">
          <div class="card-head">
            <h2>{WORDS.members}</h2>
          </div>
          <Loaded of={members} rows={5}>
            {() =>
              found.length === 0 ? (
                <Empty title={WORDS.none}>{WORDS.noneWhy}</Empty>
              ) : (
                <Rows members={found} />
              )
            }
          </Loaded>
        </section>
        <div class="column">
          <section class="card">
            <div class="card-head">
              <h2>{WORDS.add}</h2>
            </div>
            {may(member, "admin") ? (
              <Loaded of={units} rows={4}>
                {(value) => <NewMember units={value.units} onMade={() => void members.again()} />}
              </Loaded>
            ) : (
              <Empty title={WORDS.onlyAdmin} />
            )}
          </section>
          <section class="card">
            <Loaded of={units} rows={2}>
              {(value) => (
                <Units units={value.units} writes={may(member, "admin")} onMade={() => void units.again()} />
              )}
            </Loaded>
          </section>
        </div>
      </div>
    </>
  );
}

function Rows({ members }: { members: readonly Member[] }): VNode {
  return (
    <table class="table">
      <thead>
        <tr>
          <th>{WORDS.name}</th>
          <th>{WORDS.account}</th>
          <th>{WORDS.officerId}</th>
          <th>{WORDS.unit}</th>
          <th>{WORDS.roles}</th>
        </tr>
      </thead>
      <tbody>
        {members.map((one) => (
          <tr key={one.id}>
            <td>
              <strong>{one.name}</strong>
            </td>
            <td>{one.account}</td>
            <td>{one.officerId ?? "—"}</td>
            <td>{one.unitName}</td>
            <td>{one.roles.map((role) => ROLE[role]).join("、")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
