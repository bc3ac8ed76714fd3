// Judges who was in two places, or outside the stay, where one case has changed: only the officers, persons and rooms that it touches.
import { newScope } from "../../shared/rules/scope.ts";
import { actsOf, type Act as Presence, WITHIN } from "../../shared/rules/unit/acts.ts";
import { judgeActs } from "../../shared/rules/unit/clash.ts";
import { gravest } from "../../shared/rules/unit/judge-unit.ts";
import type { PreparedUnitRule } from "../../shared/rules/unit/prepare-unit.ts";
import type { UnitCase } from "../../shared/rules/unit/unit-case.ts";
import type { UnitRuleFinding } from "../../shared/rules/unit/unit-finding.ts";
import { rows, run } from "../sql.ts";
import type { Act } from "./act.ts";
import { dropFinding, keepFinding } from "./findings.ts";
import { keptAcross } from "./kept-across.ts";
import { loneStays, type Mark, marksAt, replaceMarks } from "./marks.ts";

/** Judges the case's acts by one rule, and the acts of other cases that they change. */
export function clashes(act: Act, rule: PreparedUnitRule, one: UnitCase, pack: number): void {
  const { sql, now } = act;
  const { id } = rule.rule;
  const { acts } = actsOf(rule, one, newScope(one.sheet, now, rule.plan));
  const marks = acts.flatMap((presence) =>
    presence.keys.map(
      (key): Mark => ({ role: "act", key, element: presence.on, sort: 0, json: JSON.stringify(presence) }),
    ),
  );
  const changed = replaceMarks(sql, id, one.key, pack, marks);
  const touched = new Map<string, readonly [string, string]>();
  const keys = new Set(changed.map(({ key }) => key));
  if (changed.some(({ key, json }) => key === NOBODYS && isStay(json))) {
    // A stay whose person was not read may be anybody's: whoever is accused or in doubt is looked at again.
    const doubted = rows<{ key: string }>(sql, "SELECT DISTINCT key FROM across WHERE rule = ?", id);
    for (const { key } of doubted) keys.add(key);
  }
  let stays: readonly Presence[] | undefined;
  const staysOfNobody = () =>
    (stays ??= rule.clash?.within === undefined ? [] : loneStays<Presence>(sql, id));
  for (const key of keys) {
    for (const place of judgeKey(sql, rule, key, one.key, staysOfNobody))
      touched.set(place.join("\n"), place);
  }
  for (const [caseKey, elements] of byCase(touched.values())) {
    keepGravest(sql, id, caseKey, elements, pack);
    if (caseKey !== one.key) act.push({ type: "case", caseKey });
  }
}

function byCase(places: Iterable<readonly [string, string]>): ReadonlyMap<string, ReadonlySet<string>> {
  const cases = new Map<string, Set<string>>();
  for (const [caseKey, element] of places) {
    const elements = cases.get(caseKey) ?? new Set<string>();
    cases.set(caseKey, elements.add(element));
  }
  return cases;
}

interface AcrossRow {
  readonly case_key: string;
  readonly element: string;
  readonly json: string;
}

/** The key of acts at which it is not known who was there. */
const NOBODYS = "";

const isStay = (json: string): boolean => (JSON.parse(json) as Presence).line === WITHIN;

/**
 * Judges the acts of one key anew and answers the places whose finding by this key changed. Acts of nobody known are held
 * against no other: those of this case alone are judged.
 */
function judgeKey(
  sql: SqlStorage,
  rule: PreparedUnitRule,
  key: string,
  caseKey: string,
  stays: () => readonly Presence[],
): readonly (readonly [string, string])[] {
  const { id } = rule.rule;
  const only = key === NOBODYS ? caseKey : undefined;
  const acts = marksAt<Presence>(sql, id, "act", key, only);
  const before = new Map(
    rows<AcrossRow>(
      sql,
      "SELECT case_key, element, json FROM across WHERE rule = ?1 AND key = ?2 AND case_key >= ?3 AND (?3 = '' OR case_key = ?3)",
      id,
      key,
      only ?? "",
    ).map((found) => [`${found.case_key}\n${found.element}`, found]),
  );
  const changed: (readonly [string, string])[] = [];
  for (const finding of gravest(judgeActs(rule, key, acts, key === NOBODYS ? [] : stays()))) {
    const place = `${finding.caseKey}\n${finding.on}`;
    const json = JSON.stringify(finding);
    const old = before.get(place);
    before.delete(place);
    if (old?.json === json) continue;
    changed.push([finding.caseKey, finding.on]);
    run(
      sql,
      "INSERT OR REPLACE INTO across (rule, key, case_key, element, json) VALUES (?, ?, ?, ?, ?)",
      id,
      key,
      finding.caseKey,
      finding.on,
      json,
    );
  }
  for (const gone of before.values()) {
    changed.push([gone.case_key, gone.element]);
    run(
      sql,
      "DELETE FROM across WHERE rule = ? AND key = ? AND case_key = ? AND element = ?",
      id,
      key,
      gone.case_key,
      gone.element,
    );
  }
  return changed;
}

/** Of what was found on an act by each who was there, the gravest is the case's finding. */
function keepGravest(
  sql: SqlStorage,
  rule: string,
  caseKey: string,
  elements: ReadonlySet<string>,
  pack: number,
): void {
  const found = rows<{ json: string }>(
    sql,
    "SELECT json FROM across WHERE rule = ? AND case_key = ?",
    rule,
    caseKey,
  ).map(({ json }) => JSON.parse(json) as UnitRuleFinding);
  const worst = new Map(gravest(found).map((one) => [one.on, one]));
  for (const element of elements) {
    const one = worst.get(element);
    if (one === undefined) dropFinding(sql, caseKey, rule, element);
    // A clash has no deadline that could ring: when it began is told by its acts.
    else keepFinding(sql, caseKey, keptAcross({ ...one, since: undefined }), pack, "across");
  }
}
