// The registers of a deployment as spreadsheet tables: members, units, rules.

import type { MemberLine } from "../../../shared/api/routes/members.ts";
import type { Unit } from "../../../shared/api/shapes.ts";
import type { Rule } from "../../../shared/rules/rule.ts";
import { STAGES } from "../../../shared/rules/stages.ts";
import { ROLE, words } from "../../words/console.ts";
import { words as studio } from "../../words/console-studio.ts";
import { STATUS, WEIGHT } from "../../words/console-terms.ts";
import { PEOPLE } from "../../words/people.ts";
import { stamp, type Table, tableOf } from "./table.ts";

const PERSON = words.people;

/** Without telephone numbers, which the list on screen does not show either. */
export const membersTable = (members: readonly MemberLine[]): Table =>
  tableOf<MemberLine>(
    PERSON.members,
    [
      { head: PERSON.name, width: 12, of: ({ name }) => name },
      { head: PERSON.account, width: 18, of: ({ account }) => account },
      { head: PERSON.officerId, width: 12, of: ({ officerId }) => officerId ?? undefined },
      { head: PERSON.unit, width: 24, of: ({ unitName }) => unitName },
      { head: PERSON.roles, width: 20, of: ({ roles }) => roles.map((role) => ROLE[role]).join("、") },
      { head: PEOPLE.accountState, width: 14, of: ({ state }) => PEOPLE.state[state] },
    ],
    members,
  );

export const unitsTable = (units: readonly Unit[], peopleOf: (id: string) => number): Table => {
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return tableOf<Unit>(
    PERSON.units,
    [
      { head: PERSON.unit, width: 24, of: ({ name }) => name },
      { head: "代码", width: 16, of: ({ id }) => id },
      { head: "层级", width: 10, of: ({ level }) => PEOPLE.unit.level[level] },
      { head: "上级", width: 24, of: ({ parent }) => (parent === null ? undefined : names.get(parent)) },
      { head: PERSON.members, width: 8, of: ({ id }) => peopleOf(id) },
      { head: "撤销时间", width: 18, of: ({ closedAt }) => stamp(closedAt) },
    ],
    units,
  );
};

const STAGE = new Map<string, string>(STAGES.map(({ id, label }) => [id, label]));

export const rulesTable = (rules: readonly Rule[]): Table =>
  tableOf<Rule>(
    studio.rules.title,
    [
      { head: studio.rules.stage, width: 14, of: ({ stage }) => STAGE.get(stage) ?? stage },
      { head: "规则", width: 36, of: ({ title }) => title },
      { head: "编号", width: 28, of: ({ id }) => id },
      { head: "级别", width: 8, of: ({ weight }) => WEIGHT[weight] },
      { head: studio.rules.status, width: 8, of: ({ status }) => STATUS[status] },
      {
        head: "依据",
        width: 48,
        of: ({ basis }) =>
          basis
            .map(({ statute, edition, article }) => `《${statute}》（${edition}）第${article}条`)
            .join("；"),
      },
      { head: "怎么办", width: 60, of: ({ fix }) => fix },
      { head: "维护", width: 12, of: ({ owner }) => owner },
      { head: "复核期", width: 12, of: ({ reviewBy }) => reviewBy },
    ],
    rules,
  );
