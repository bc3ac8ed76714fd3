// Checks the facts of a batch against the dictionary: known fields, values of their type, nothing that must stay local.
import * as v from "valibot";
import { elementOf, fieldOf } from "../../shared/dictionary/dictionary.ts";
import type { ElementId, Field } from "../../shared/dictionary/field.ts";
import { placeOf } from "../../shared/dictionary/path.ts";
import { assertUnitOnly, PERSON_REFERENCE } from "../../shared/dictionary/privacy.ts";
import { valueSchema } from "../../shared/dictionary/schema.ts";
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import type { Fact } from "../../shared/facts/fact.ts";
import type { FactSnapshot, UnitFact } from "../../shared/supervision/entry.ts";

const ORDINAL = /^[a-z]{1,8}\d{0,4}$/;
const schemas = new Map<Field, v.GenericSchema>();

function schemaOf(field: Field): v.GenericSchema {
  const known = schemas.get(field) ?? valueSchema(field);
  schemas.set(field, known);
  return known;
}

function check(fact: UnitFact, at: string): Result<null> {
  const element = elementOf(fact.entity);
  const field = element && fieldOf(element.id, fact.field);
  if (element === undefined || field === undefined) {
    return refused("unknown-field", `要素字典中没有 ${fact.entity}.${fact.field}`.slice(0, 200), at);
  }
  if (field.privacy !== "unit") return refused("local-field", `${field.label}不得离开浏览器`, at);
  if (element.id === "persons" && !PERSON_REFERENCE.test(fact.id) && !ORDINAL.test(fact.id)) {
    return refused("local-field", "人员只能以引用代号发送", `${at}.id`);
  }
  if (fact.state !== "known") {
    return fact.value === undefined
      ? accepted(null)
      : refused("bad-value", `${field.label}为空白或未读,不应有值`, at);
  }
  const only = assertUnitOnly([fact as Fact & { entity: ElementId }]);
  if (!only.ok) return refused("local-field", `${field.label}的值不得离开浏览器:请先经隐私过滤再发送`, at);
  return v.is(schemaOf(field), fact.value)
    ? accepted(null)
    : refused("bad-value", `${field.label}的值不符合其类型`, at);
}

/** Whether a masked snapshot is masked: every value may leave the browser, and no person stands in it but by reference. */
export function checkSnapshot({ fields }: FactSnapshot, where: string): Result<null> {
  for (const [i, { path, state, value }] of fields.entries()) {
    const at = `${where}.fields[${i}]`;
    const place = placeOf(path);
    if (place?.field === undefined) return refused("unknown-field", "要素字典中没有快照里的字段", at);
    const { element: entity, id, field } = place;
    if (entity === "persons" && !PERSON_REFERENCE.test(id) && !ORDINAL.test(id))
      return refused("local-field", "人员只能以引用代号发送", `${at}.path`);
    if (value === undefined) continue;
    const checked = check({ entity, id, field, state, value, at: 0, page: "" }, at);
    if (!checked.ok) return checked;
  }
  return accepted(null);
}

/** Whether every fact may be kept here; refuses with the place of the first that may not, `where` in front. */
export function checkFacts(
  facts: readonly UnitFact[],
  complete: readonly string[],
  where: string,
): Result<null> {
  for (const [i, fact] of facts.entries()) {
    const checked = check(fact, `${where}.facts[${i}]`);
    if (!checked.ok) return checked;
  }
  const strange = complete.findIndex((entity) => elementOf(entity)?.cardinality !== "many");
  return strange < 0
    ? accepted(null)
    : refused("unknown-field", "要素字典中没有这个列表", `${where}.complete[${strange}]`);
}
