// Describes the events of each kind as JSON Schema, derived from the kinds and the dictionary, for those who build the other end.
import { jsonValueOf } from "../facts/json-schema.ts";
import { columnsOf, takenFields } from "./columns.ts";
import type { IntakeKind } from "./kind.ts";
import { sampleEvent } from "./sample.ts";

type Json = Readonly<Record<string, unknown>>;

const text = { type: "string", maxLength: 120 } as const;

/** The schema of one event (2020-12); keys may also be the Chinese labels and the codes of the dictionary. */
export function eventJsonSchema(kind: IntakeKind, now: number): Json {
  const columns = columnsOf(kind);
  const fields = new Map(takenFields(kind).map((field) => [field.id, field]));
  const properties: Record<string, Json> = {
    id: { ...text, title: "事件编号", description: "同一事件重发时不变;内容改过的用新编号" },
  };
  for (const { key, label } of columns) {
    const field = fields.get(key);
    if (field !== undefined) properties[key] = { title: label, ...jsonValueOf(field) };
    else if (key === "idNumber")
      properties[key] = { ...text, title: label, description: "收到时即换成引用代号,号码本身不保存" };
    else if (key === "act") properties[key] = { title: label, enum: kind.acts.flatMap(({ words }) => words) };
    else if (key === "at") properties[key] = { title: label, type: "string", format: "date-time" };
    else properties[key] = { ...text, title: label };
  }
  return {
    type: "object",
    title: kind.label,
    description: `${kind.say}null 表示空白,不写表示没有读到;姓名、电话、地址、内容等个人字段不收,收到时丢弃并计数;证件号只在有人员一项的系统里收,收到时换成引用代号。`,
    properties,
    required: [
      "id",
      "at",
      ...columns.filter(({ key, required }) => required && key !== "at").map(({ key }) => key),
    ],
    additionalProperties: false,
    examples: [sampleEvent(kind, "evt-0001", now)],
  };
}
