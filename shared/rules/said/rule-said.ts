// Says a whole rule in Chinese, clause by clause, for those who proof-read it against the law.
import type { ElementId } from "../../dictionary/field.ts";
import { elementLabel } from "../../dictionary/words.ts";
import { limitText } from "../../time/limit.ts";
import { fieldAt, memberOf } from "../names.ts";
import type { PackedClashAct, PackedRule } from "../pack.ts";
import { COUNT_WORDS } from "../rule-words.ts";
import type { Tree } from "../tree.ts";
import { conditionSaid } from "./condition-said.ts";
import type { Said } from "./said.ts";

/** One clause of a rule: its name, and what it says. */
export interface Clause {
  readonly label: string;
  readonly of: readonly Said[];
}

/** Every clause that the rule has, in the order in which a reader asks for them. */
export function ruleSaid(rule: PackedRule): readonly Clause[] {
  const each = rule.each ?? "case";
  const on = (tree: Tree | undefined, element: ElementId = each): readonly Said[] => {
    if (tree === undefined) return [];
    const said = conditionSaid(tree, { each: element, bound: new Map() });
    return typeof said !== "string" && said.head === "同时符合" ? said.of : [said];
  };
  const name = (path: string | undefined): string => fieldName(each, path);
  const under = (head: string, tree: Tree | undefined, element?: ElementId): Said => {
    const of = on(tree, element);
    if (of.length === 0) return head;
    return { head: of.length > 1 ? `${head}（同时符合）` : head, of };
  };
  const { clock, kinds, attest } = rule;
  const all: readonly Clause[] = [
    { label: "判定对象", of: [objectOf(rule, each)] },
    { label: "适用", of: [...(kinds === undefined ? [] : [`${kinds.join("、")}案件`]), ...on(rule.when)] },
    { label: "例外", of: (rule.unless ?? []).map((one) => under(one.say, one.when)) },
    { label: "要求", of: [...on(rule.require), ...pairSaid(rule, each, under), ...clashSaid(rule, under)] },
    { label: "勾选", of: attest === undefined ? [] : [attest.say] },
    { label: "期限", of: clock === undefined ? [] : [periodSaid(rule, each)] },
    { label: "算法", of: clock === undefined ? [] : [COUNT_WORDS[clock.count]] },
    {
      label: "预警",
      of:
        clock === undefined || clock.warn.length === 0
          ? []
          : [`提前 ${clock.warn.map(limitText).join("、")}`],
    },
    {
      label: "延长",
      of: (rule.extend ?? []).map(({ to, add, when, approver }) =>
        under(`${reachSaid(to, add)}，批准：${approver}`, when),
      ),
    },
    {
      label: "重新起算",
      of: (rule.restart ?? []).map(({ from, when, say }) => under(`自${name(from)}起：${say}`, when)),
    },
    {
      label: "不计入",
      of: (rule.stop ?? []).map(({ from, until, hours, in: list, same, where, say }) => {
        const at = list ?? each;
        const tied = Object.entries(same ?? {})
          .map(([theirs, ours]) => `${fieldName(at, theirs)}与本条${fieldName(each, ours)}相同`)
          .join("、");
        const span =
          hours === undefined
            ? `${fieldName(at, from)}至${fieldName(at, until)}`
            : `${fieldName(at, hours)}记录的小时数（只在从宽的算法中扣除）`;
        const of =
          list === undefined ? "" : `每一“${elementLabel(list)}”${tied === "" ? "" : `（${tied}）`}的`;
        return under(`${of}${span}${say === undefined ? "" : `：${say}`}`, where, at);
      }),
    },
    { label: "版本选择", of: [editionSaid(rule, each)] },
  ];
  return all.filter(({ of }) => of.length > 0);
}

const fieldName = (on: ElementId, path: string | undefined): string => {
  const at = path === undefined ? undefined : fieldAt(on, path);
  if (at === undefined) return path === "id" ? "编号" : "";
  return `${at.element === on ? "" : elementLabel(at.element)}“${at.field.label}”`;
};

const objectOf = ({ scope }: PackedRule, each: ElementId): string =>
  scope === "unit"
    ? `全单位各案的“${elementLabel(each)}”，一并比对`
    : each === "case"
      ? "案件"
      : `每一“${elementLabel(each)}”`;

function periodSaid({ clock, pair }: PackedRule, each: ElementId): string {
  const from = `自${fieldName(each, clock!.from)}起 ${limitText(clock!.limit)}`;
  const until = clock!.until ?? undefined;
  const end =
    until === undefined
      ? `到最早一件符合要求的“${elementLabel(pair?.with ?? each)}”为止（${fieldName(pair?.with ?? each, pair?.at)}）`
      : `到${fieldName(each, until)}为止`;
  const begun = clock!.begun === true ? `；${fieldName(each, clock!.from)}空白不算没有发生，列为未检查` : "";
  return `${from}，${end}${begun}`;
}

const reachSaid = (
  to: NonNullable<PackedRule["extend"]>[number]["to"],
  add: NonNullable<PackedRule["extend"]>[number]["add"],
): string =>
  to !== undefined
    ? `自起算时共 ${limitText(to)}`
    : add === undefined
      ? ""
      : `自上一段届满再加 ${limitText(add)}`;

type Under = (head: string, tree: Tree | undefined, element?: ElementId) => Said;

function pairSaid({ pair, clock }: PackedRule, each: ElementId, under: Under): readonly Said[] {
  if (pair === undefined) return [];
  const theirs = (id: string): string => {
    const means = memberOf(pair.with, id);
    return means?.is === "field" ? `其“${means.field.label}”` : "其编号";
  };
  const ties = (same: Readonly<Record<string, string>> | undefined): string[] =>
    Object.entries(same ?? {}).map(([their, ours]) => `${theirs(their)}与本条${fieldName(each, ours)}相同`);
  const head = under(
    `${clock === undefined ? "须有" : "期限内须有"}“${elementLabel(pair.with)}”`,
    pair.where,
    pair.with,
  );
  const more: Said[] = [
    ...ties(pair.same),
    ...ties(pair.or).map((one) => `或者${one}`),
    ...(pair.shown === undefined ? [] : [`本条${fieldName(each, pair.shown)}已填写的，也算有`]),
    ...(pair.over === undefined
      ? []
      : [
          `${theirs(pair.over.from)}至${theirs(pair.over.until)}覆盖本条${fieldName(each, pair.over.ourFrom)}至${fieldName(each, pair.over.ourUntil)}`,
        ]),
  ];
  if (more.length === 0) return [head];
  return [typeof head === "string" ? { head, of: more } : { ...head, of: [...head.of, ...more] }];
}

function clashSaid({ clash }: PackedRule, under: Under): readonly Said[] {
  if (clash === undefined) return [];
  const act = ({ in: list, who, from, until, where, alike }: PackedClashAct): Said => {
    const persons = who.map((path) => fieldName(list, path)).join("、");
    const apart =
      alike === undefined ? "" : `，${alike.map((path) => fieldName(list, path)).join("、")}相同的算同一次`;
    const head = `“${elementLabel(list)}”，按${persons}，自${fieldName(list, from)}至${fieldName(list, until)}${apart}`;
    return under(head, where, list);
  };
  const slack = clash.slack === undefined ? "" : `（相差 ${limitText(clash.slack)}以内不计）`;
  const head =
    clash.within === undefined ? `下列各项的时间不得重叠${slack}` : `下列各项的时间须在所列时间之内${slack}`;
  const within: Said[] = clash.within === undefined ? [] : [{ head: "所列时间", of: [act(clash.within)] }];
  return [{ head, of: clash.acts.map(act) }, ...within];
}

function editionSaid({ act, basis }: PackedRule, each: ElementId): string {
  if (basis.length === 0) return "没有写明依据，启用时填写";
  if (act !== "continuing") return `按${fieldName(each, act)}当日有效的版本`;
  const since = basis.flatMap((one) => (one.since === undefined ? [] : [one.since]));
  const floor = since.length === 0 ? "" : `；该期限自 ${since.sort()[0]} 起施行，更早开始的自该日起算`;
  return `持续状态，按存续期间有效的版本${floor}`;
}
