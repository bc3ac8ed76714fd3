// Reads one field's value from a facts file, where nothing is guessed and every refusal names the way out.
import type { Field } from "../dictionary/field.ts";
import { nearest } from "../dictionary/nearest.ts";
import { EARLIEST, LATEST, MAX_TEXT, MAX_TEXTS } from "../dictionary/schema.ts";
import { parseInstant } from "../time/civil.ts";
import { exactChoice, parseChoice } from "./choice-text.ts";
import { accepted, type Result, refused } from "./errors.ts";
import { officerText, parseOfficers } from "./officers.ts";
import type { Cell, Value } from "./sheet.ts";

const quoted = (value: unknown): string => {
  // Never written out: a nesting of a hundred thousand levels would not get through.
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "[…]" : "{…}";
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
};

function momentOf(field: Field, value: unknown, at: string): Result<Value> {
  const moment = typeof value === "string" ? parseInstant(value) : undefined;
  const inRange =
    typeof moment === "number"
      ? moment >= EARLIEST && moment < LATEST
      : moment !== undefined && moment >= "1900" && moment < "2100";
  if (moment === undefined || !inRange)
    return refused(
      "bad-time",
      `${field.label} 的时间 ${quoted(value)} 不能识别:请写成 2026-03-01T09:00+08:00,只知道日期的写 2026-03-01`,
      at,
    );
  if (field.type.is === "day" && typeof moment === "number")
    return refused("bad-time", `${field.label} 只有日期:请写成 2026-03-01`, at);
  return accepted(moment);
}

function textsOf(field: Field, value: unknown, at: string): Result<Value> {
  const texts: unknown[] = Array.isArray(value) ? value : [value];
  if (texts.length > MAX_TEXTS) return refused("too-large", `${field.label} 的条数超过 ${MAX_TEXTS}`, at);
  const clean = texts.filter((one): one is string => typeof one === "string" && one.trim() !== "");
  if (clean.length !== texts.length)
    return refused("bad-value", `${field.label} 应当是文字的列表,不是 ${quoted(value)}`, at);
  if (field.type.is !== "officers") return accepted(clean.map((one) => one.trim()));
  return accepted(clean.flatMap((one) => parseOfficers(one)?.map(officerText) ?? [one.trim()]));
}

/** The cell for a JSON value of that field: `null` is blank; anything else must be of the field's type. */
export function jsonCell(field: Field, value: unknown, at: string): Result<Cell> {
  if (value === null) return accepted(null);
  switch (field.type.is) {
    case "instant":
    case "day":
      return momentOf(field, value, at);
    case "number":
      return typeof value === "number" && Number.isFinite(value)
        ? accepted(value)
        : refused(
            "bad-value",
            `${field.label} 应当是以${field.type.unit}为单位的数字,不是 ${quoted(value)}`,
            at,
          );
    case "officers":
    case "list":
      return textsOf(field, value, at);
    case "choice": {
      const text = typeof value === "boolean" ? String(value) : value;
      const known = typeof text === "string" ? parseChoice(field.type, text, field.label) : undefined;
      if (known !== undefined) return accepted(known);
      const near =
        typeof text === "string"
          ? nearest(text, [...field.type.values, ...Object.keys(field.type.aliases)])
          : undefined;
      const hint =
        near === undefined
          ? `可以是 ${field.type.values.join("、")}`
          : `是否想写 ${exactChoice(field.type, near) ?? near}`;
      return refused("bad-value", `${field.label} 没有 ${quoted(value)} 这个值:${hint}`, at);
    }
    case "text":
    case "person":
      if (typeof value !== "string" || value.trim() === "")
        return refused("bad-value", `${field.label} 应当是文字,空白请写 null,不是 ${quoted(value)}`, at);
      return value.length > MAX_TEXT
        ? refused("too-large", `${field.label} 超过 ${MAX_TEXT} 字`, at)
        : accepted(value.trim());
  }
}
