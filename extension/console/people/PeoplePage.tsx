// People and units: members, the tree, and tables of both brought in at once.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { words } from "../../words/console.ts";
import { PEOPLE } from "../../words/people.ts";
import { ExcelButton } from "../excel/ExcelButton.tsx";
import { membersTable, unitsTable } from "../excel/register-lists.ts";
import { Loaded } from "../parts/Loaded.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { SearchBox } from "../parts/SearchBox.tsx";
import { Tabs } from "../parts/Tabs.tsx";
import { may, useMember } from "../session.ts";
import { useCall } from "../use-call.ts";
import { Bring } from "./Bring.tsx";
import { isFound, Members } from "./Members.tsx";
import { peopleOf, Units } from "./Units.tsx";

const WORDS = words.people;
type Tab = keyof typeof PEOPLE.tabs;

export function PeoplePage(): VNode {
  const members = useCall("members");
  const units = useCall("units");
  const me = useMember();
  const [tab, setTab] = useState<Tab>("members");
  const [typed, setTyped] = useState("");
  const all = members.value?.members ?? [];
  const again = (): void => void Promise.all([members.again(), units.again()]);
  const tabs: readonly Tab[] = may(me, "admin", "security")
    ? ["members", "units", "bring"]
    : ["members", "units"];
  return (
    <>
      <PageHead title={WORDS.title} sub={members.value === undefined ? null : WORDS.count(all.length)}>
        {tab === "bring" ? null : (
          <ExcelButton
            name={tab === "members" ? WORDS.members : WORDS.units}
            disabled={members.value === undefined || units.value === undefined}
            tables={() => [
              tab === "members"
                ? membersTable(all.filter((one) => isFound(one, typed)))
                : unitsTable(units.value?.units ?? [], (id) => peopleOf(all, id)),
            ]}
          />
        )}
        {tab === "members" ? (
          <SearchBox
            label={`${WORDS.name}、${WORDS.account}、${WORDS.officerId}`}
            value={typed}
            onValue={setTyped}
          />
        ) : null}
      </PageHead>
      <Tabs
        label={WORDS.title}
        value={tab}
        options={tabs.map((id) => ({ id, word: PEOPLE.tabs[id] }))}
        onValue={setTab}
      >
        <Loaded of={members} rows={5}>
          {() => (
            <Loaded of={units} rows={4}>
              {(value) =>
                tab === "members" ? (
                  <Members members={all} units={value.units} typed={typed} again={again} />
                ) : tab === "units" ? (
                  <Units units={value.units} members={all} writes={may(me, "admin")} again={again} />
                ) : (
                  <Bring kinds={may(me, "admin") ? ["units", "members"] : ["members"]} again={again} />
                )
              }
            </Loaded>
          )}
        </Loaded>
      </Tabs>
    </>
  );
}
