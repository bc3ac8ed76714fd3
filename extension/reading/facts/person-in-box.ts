// What a box says of the person in it beside the cells: the part that its heading names, whose measure it is, or that there are two.
import { fieldOf } from "../../../shared/dictionary/dictionary.ts";
import type { ElementId } from "../../../shared/dictionary/field.ts";
import { readValue } from "../../../shared/facts/value.ts";
import type { Box } from "./boxes.ts";
import { bareName, type Found } from "./found.ts";
import type { Meant } from "./things.ts";

/** Headings that name the part which a person has in the case. */
export const ROLES =
  /^(?:[（(]?[\d一二三四五六七八九十]{1,3}[）)]?[、.．\s]\s*)?(?:犯罪嫌疑人|违法嫌疑人|嫌疑人|违法行为人|被害人|受害人|被侵害人|证人|报案人|报警人|控告人|举报人|当事人)\s*[（(]?(?:\d+|[一二三四五六七八九十]+)?[）)]?(?:基本|详细)?(?:信息|情况)?$/;

/** `嫌疑人 1：韩某某`, `韩某某（犯罪嫌疑人）` over a box: the part in the case and the name. */
const NAMED =
  /^([\u3400-\u9fff·]{2,12})\s*(?:\d+|[一二三四五六七八九十]+)?\s*[:：（(\-－—–]\s*([\u3400-\u9fff·]{2,12})\s*[）)]?$/u;

/** The same without anything between them: a name and a tag. */
const TAGGED =
  /^(?!违法|犯罪|涉案|本案|相关|其他|主要|基本|登记|全部|所有|新增|添加|编辑|共同|首要)([\u3400-\u9fff·]{2,5}?)\s*(犯罪嫌疑人|违法嫌疑人|违法行为人|嫌疑人|被害人|被侵害人|证人|报案人)$/u;

/** Particulars that nobody but the person has. */
const OWN = /^(?:sex|birthday|age|idNumber)$/;

/** Labels that name a person by what is done to them, which is no part in the case. */
const SUBJECT = /^被(?:传唤|拘传|拘留|逮捕|取保候审|监视居住|处罚|告知)人$/;

/** 报案人姓名 above particulars without a name is theirs, where it stands there once. */
function called(cells: readonly Meant[], people: readonly Found[]): readonly [string, string] | undefined {
  if (people.filter(({ field }) => OWN.test(field.id)).length < 2) return undefined;
  const names = cells.flatMap(({ cell: { label, value } }) => {
    const bare = label.replace(/姓名$/, "");
    return ROLES.test(bare) || SUBJECT.test(bare) ? [[bare, bareName(value)] as const] : [];
  });
  return names.length > 1 ? undefined : names[0];
}

/** The part that a person has in the case, and the name, as the heading over the particulars says them, where no cell does. */
export function headed({ titles }: Box, cells: readonly Meant[], people: readonly Found[]): readonly Found[] {
  const { section, css } = cells[0]!.cell;
  if (areSeveral(people) || cells.some(({ cell }) => cell.section !== section)) return [];
  // A word that is broken in a narrow cell is one word.
  const heading = (section === "" ? (titles[0] ?? "") : section).replace(
    /(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])/gu,
    "",
  );
  const [, first = heading, second = ""] = NAMED.exec(heading) ?? TAGGED.exec(heading) ?? [];
  const over = ROLES.test(second) ? ([second, first] as const) : ([first, second] as const);
  const [part, name] = ROLES.test(over[0]) ? over : (called(cells, people) ?? over);
  if (!ROLES.test(part) && !SUBJECT.test(part)) return [];
  const role = ROLES.test(part) ? bareRole(part) : "";
  const says = { role, name };
  return (["role", "name"] as const).flatMap((id): readonly Found[] => {
    const field = fieldOf("persons", id)!;
    const read = readValue(field, says[id]);
    const told = people.some((one) => one.field === field);
    return told || read.state !== "known"
      ? []
      : [{ entity: "persons", field, ...read, label: heading, text: says[id], css }];
  });
}

/** The measure that the heading over its particulars names, where no cell does. */
export function measureOver(title: string, states: readonly Found[], css: string): readonly Found[] {
  const field = fieldOf("measures", "kind")!;
  const words = title.trim().replace(/(?:基本|详细)?(?:信息|情况|登记|办理|录入|新增|详情)$/, "");
  if (/^(?:其他)?$/.test(words) || states.some((one) => one.field === field)) return [];
  const read = readValue(field, words);
  return read.state === "known"
    ? [{ entity: "measures", field, ...read, label: title, text: words, css }]
    : [];
}

/** The part in the case that the title over a list gives each person in it. */
export function roleOver(title: string, css: string): readonly Found[] {
  const part = title.trim().replace(/(?:列表|名单)$/, "");
  const field = fieldOf("persons", "role")!;
  const read = ROLES.test(part) ? readValue(field, bareRole(part)) : undefined;
  return read?.state === "known"
    ? [{ entity: "persons", field, ...read, label: title, text: part, css }]
    : [];
}

const bareRole = (part: string): string =>
  part
    .replace(/^[（(]?[\d一二三四五六七八九十]{1,3}[）)]?[、.．\s]\s*/, "")
    .replace(/\s*[（(]?(?:\d+|[一二三四五六七八九十]+)?[）)]?(?:基本|详细)?(?:信息|情况)?$/, "");

/** A measure or a penalty among the particulars of one person is that person's. */
export function bindTo(people: readonly Found[], found: ReadonlyMap<ElementId, Found[]>): void {
  const name = people.find(({ field, state }) => field.id === "name" && state === "known");
  for (const entity of ["measures", "penalties"] as const) {
    const states = found.get(entity);
    const field = fieldOf(entity, "person")!;
    if (name !== undefined && states?.every((one) => one.field.id !== field.id) === true)
      states.push({ ...name, entity, field });
  }
}

/** Two names or two numbers: what is said beside them belongs to one of them, and nobody can say to which. */
export const areSeveral = (states: readonly Found[]): boolean =>
  ["name", "idNumber"].some(
    (id) =>
      new Set(
        states.flatMap(({ field, state, value }) => (field.id === id && state === "known" ? [value] : [])),
      ).size > 1,
  );

/** A person's particulars where nobody can say whose they are. */
export const unplaced = (one: Found): Found =>
  one.state === "known" && !/^(?:name|idNumber)$/.test(one.field.id)
    ? { ...one, state: "unread", value: undefined, reason: "unplaced" }
    : one;

/** Whether an interview is a 询问 or a 讯问, as its labels say where no cell does: 被讯问人, 讯问开始时间. */
export function interviewBy(cells: readonly Meant[], states: readonly Found[]): readonly Found[] {
  const field = fieldOf("interviews", "kind")!;
  const spoken = states.filter((one) => one.state === "known").map(({ label }) => label);
  const kinds = ["询问", "讯问"].filter((kind) => spoken.some((label) => label.includes(kind)));
  const [kind] = kinds;
  const tells = states.some((one) => one.state === "known" && /^(?:person|startedAt)$/.test(one.field.id));
  if (kind === undefined || kinds.length > 1 || !tells || states.some((one) => one.field === field))
    return [];
  const { css } = cells[0]!.cell;
  return [{ entity: "interviews", field, ...readValue(field, kind), label: kind, text: kind, css }];
}

/** Things that are somebody's: whose name stands among their cells is theirs. */
const OF_SOMEBODY = /^(?:venues|interviews|measures|penalties)$/;

/** Labels that say nothing of who it is: 被害人 beside a penalty is not who is punished. */
const NEUTRAL = /^(?:人员|对象|本人)?姓名$/;

/** The person of a thing from the one name in its box, where no label of its own says who it is. */
export function subjectBeside(
  main: ElementId,
  states: readonly Found[],
  people: readonly Found[],
): readonly Found[] {
  const field = OF_SOMEBODY.test(main) ? fieldOf(main, "person") : undefined;
  const names = people.filter(({ field, state }) => field.id === "name" && state === "known");
  const [name] = names;
  const role = people.some(({ field: { id }, state }) => id === "role" && state === "known");
  return field === undefined ||
    name === undefined ||
    names.length > 1 ||
    role ||
    !NEUTRAL.test(name.label.replace(/[\s:：*]/g, "")) ||
    states.some((one) => one.field === field)
    ? []
    : [{ ...name, entity: main, field }];
}
