// Reads one event of a kind: what it says of which thing, what is wrong with it, and which personal fields were left behind.
import type { Field } from "../dictionary/field.ts";
import { squeeze } from "../dictionary/fold.ts";
import { assertUnitOnly } from "../dictionary/privacy.ts";
import type { Code } from "../facts/errors.ts";
import { jsonCell } from "../facts/json-value.ts";
import { parseMoment } from "../facts/moment-text.ts";
import type { Cell, Value } from "../facts/sheet.ts";
import { readValue } from "../facts/value.ts";
import { MINUTE, parseInstant } from "../time/civil.ts";
import { type Meaning, meaningOf, takenFields } from "./columns.ts";
import { ENVELOPE, type EnvelopeKey } from "./envelope.ts";
import type { EventProblem, IntakeEvent, ReadEvent, Way } from "./event.ts";
import type { IntakeKind } from "./kind.ts";
import { PersonCells } from "./person-cells.ts";
import { idNumberField, type ReferenceOf } from "./person-number.ts";

/** How far a system's clock may run ahead (ms). */
const AHEAD = 10 * MINUTE;
const MOST_TEXT = 400;

const folded = (text: string): string => squeeze(text).toUpperCase();

class Reading {
  readonly problems: EventProblem[] = [];
  readonly dropped: string[] = [];
  readonly cells: Record<string, Value | null> = {};
  readonly envelope: Partial<Record<EnvelopeKey, string>> = {};
  readonly taken: Record<string, unknown> = {};
  readonly #kind: IntakeKind;
  readonly #way: Way;
  readonly persons: PersonCells;

  constructor(kind: IntakeKind, way: Way, referenceOf: ReferenceOf | undefined) {
    this.#kind = kind;
    this.#way = way;
    this.persons = new PersonCells(referenceOf);
  }

  no(column: string, code: Code, message: string): void {
    this.problems.push({ column, code, message });
  }

  take(name: string, given: unknown): void {
    const meaning: Meaning = meaningOf(this.#kind, name);
    const column = name.slice(0, 40);
    if (meaning.is === "unknown")
      return void this.no(column, "unknown-field", `${this.#kind.label}没有“${column}”这一项`);
    if (meaning.is === "local") return void this.dropped.push(meaning.label);
    if (meaning.is === "idNumber") return void this.#idNumber(meaning.field, given, column);
    this.taken[name] = given;
    if (meaning.is === "envelope") {
      const text = typeof given === "number" ? String(given) : given;
      if (text === null || text === "") return;
      if (typeof text !== "string" || text.length > 120)
        return void this.no(column, "bad-value", `${ENVELOPE[meaning.key][0]}应当是不超过 120 字的文字`);
      this.envelope[meaning.key] = text.trim();
      return;
    }
    if (meaning.field.type.is === "person" && this.#person(meaning.field, given, column, name)) return;
    this.#cell(meaning.field, given, column);
  }

  /** The ID number beside a person's field; without a key it is left behind as every personal field is. */
  #idNumber(field: Field, given: unknown, column: string): void {
    const took = this.persons.byNumber(given);
    if (took === "left") this.dropped.push(idNumberField.label);
    else if (took === "bad")
      this.no(column, "bad-value", `${idNumberField.label}不能识别,应当是证件号码的文字`);
    else if (took !== "blank") this.cells[field.id] = this.taken[idNumberField.id] = took;
  }

  /** A person's own column, where it does not simply hold a reference: a number becomes one, a name waits for one beside it. */
  #person(field: Field, given: unknown, column: string, name: string): boolean {
    const took = this.persons.byColumn(field, given, column);
    if (took === undefined) return false;
    delete this.taken[name];
    if (took !== "waits") this.cells[field.id] = this.taken[idNumberField.id] = took;
    return true;
  }

  /** Names beside a number are left behind; alone they are refused, for nobody is matched by name. */
  settlePersons(): void {
    for (const [{ id, label }, column] of this.persons.named)
      if (this.persons.reference === undefined && typeof this.cells[id] !== "string")
        this.no(column, "local-field", `${label}只能是证件号码或者16位引用代号,姓名不收`);
      else this.dropped.push(label);
  }

  #cell(field: Field, given: unknown, column: string): void {
    const cell = this.#way === "table" ? this.#text(field, given, column) : this.#json(field, given, column);
    if (cell === undefined) return;
    if (cell === null) {
      this.cells[field.id] = null;
      return;
    }
    if (typeof cell === "string" && cell.length > MOST_TEXT)
      return void this.no(column, "too-large", `${field.label}超过 ${MOST_TEXT} 字`);
    const fact = { entity: this.#kind.element, id: "", field: field.id, at: 0, page: "" } as const;
    if (!assertUnitOnly([{ ...fact, state: "known", value: cell }]).ok)
      return void this.no(column, "local-field", `${field.label}里有证件号或者电话号码,这一条不收`);
    this.cells[field.id] = cell;
  }

  #json(field: Field, given: unknown, column: string): Cell {
    const read = jsonCell(field, given, column);
    if (read.ok) return read.value;
    this.no(column, read.refusal.code, read.refusal.message);
    return undefined;
  }

  #text(field: Field, given: unknown, column: string): Cell {
    const read = readValue(field, String(given ?? ""));
    if (read.state === "absent") return null;
    if (read.state === "known") return read.value;
    const wanted = field.type.is === "choice" ? `,可以是 ${field.type.values.join("、")}` : "";
    this.no(column, "bad-value", `${field.label}“${String(given).slice(0, 20)}”不能识别${wanted}`);
    return undefined;
  }
}

/** When it happened: what the event says, by the strict form in messages and by any usual one in tables. */
function timeOf(reading: Reading, kind: IntakeKind, way: Way, now: number): number {
  const said = reading.envelope.at;
  const acts = reading.envelope.act !== undefined;
  if (said === undefined) {
    if (way === "webhook" || acts) reading.no("at", "bad-value", `${kind.label}的每一条都要有事件时间`);
    return now;
  }
  const at = way === "webhook" ? parseInstant(said) : parseMoment(said);
  if (typeof at !== "number") {
    reading.no(
      "at",
      "bad-time",
      `事件时间“${said.slice(0, 30)}”不能识别,请写到时分,如 ${way === "table" ? "2026-03-01 09:00" : "2026-03-01T09:00+08:00"}`,
    );
    return now;
  }
  if (at > now + AHEAD) reading.no("at", "bad-time", "事件时间在将来,请核对该系统的时钟");
  return Math.min(at, now);
}

/** What the act sets, where the event does not say it itself. */
function takeAct(reading: Reading, kind: IntakeKind, at: number): void {
  const { act: said } = reading.envelope;
  if (said === undefined) {
    if (kind.acting) reading.no("act", "bad-value", `动作是必填的:${wordsOf(kind)}`);
    return;
  }
  const act = kind.acts.find(({ words }) => words.some((word) => folded(word) === folded(said)));
  if (act === undefined)
    return void reading.no("act", "bad-value", `动作“${said.slice(0, 20)}”不认识,可以是 ${wordsOf(kind)}`);
  for (const [field, value] of Object.entries(act.sets))
    reading.cells[field] ??= "is" in value ? value.is : at;
}

const wordsOf = (kind: IntakeKind): string => kind.acts.map(({ words }) => words[0]).join("、");

/** The number under which the event is filed. */
function numberOf(reading: Reading, kind: IntakeKind): string {
  for (const tie of kind.ties) {
    const said = tie === "own" ? reading.cells[kind.identity] : reading.envelope[tie];
    if (typeof said === "string" && folded(said) !== "") return folded(said);
  }
  const first = kind.ties[0];
  if (first !== undefined && first !== "own")
    reading.no(
      first,
      "bad-value",
      `${kind.ties
        .map((tie) => (tie === "own" ? "" : ENVELOPE[tie][0]))
        .filter((word) => word !== "")
        .join("或者")}是必填的`,
    );
  return "";
}

/**
 * One event, its keys being ids, labels, synonyms or codes. In a message null is blank and what is left out was not read; in a table
 * an empty cell is blank and a column that is not there was not read. Personal fields are counted and left behind; a personal
 * number within a text is refused. The ID number of a person whom the kind names becomes a reference where there is a key for it.
 * `now` in ms.
 */
export function readEvent(
  kind: IntakeKind,
  given: Readonly<Record<string, unknown>>,
  way: Way,
  now: number,
  referenceOf?: ReferenceOf,
): ReadEvent {
  const reading = new Reading(kind, way, referenceOf);
  for (const [name, value] of Object.entries(given)) reading.take(name, value);
  reading.settlePersons();
  const at = timeOf(reading, kind, way, now);
  takeAct(reading, kind, at);
  for (const field of takenFields(kind)) {
    const cell = reading.cells[field.id];
    const told = reading.problems.some(({ column }) => column === field.id || column === field.label);
    if (kind.required.includes(field.id) && (cell === undefined || cell === null) && !told)
      reading.no(field.id, "bad-value", `${field.label}是必填的`);
  }
  Object.assign(reading.cells, kind.fixed);
  const number = numberOf(reading, kind);
  const own = kind.identity === "key" ? reading.envelope.key : reading.cells[kind.identity];
  if (kind.identity === "key" && own === undefined)
    reading.no("key", "bad-value", `${ENVELOPE.key[0]}是必填的`);
  const { problems, dropped, taken } = reading;
  if (problems.length > 0) return { problems, dropped, taken };
  const { unit } = reading.envelope;
  const identity = typeof own === "string" ? folded(own) : "";
  const event: IntakeEvent = {
    at,
    number,
    identity,
    cells: reading.cells,
    ...(unit === undefined ? {} : { unit }),
  };
  return { event, problems, dropped, taken };
}
