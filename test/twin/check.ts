// Says in the vendor's words which required fields of a form are empty or out of order.

const REQUIRED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  incident: { receivedAt: "请填写接警时间", content: "请填写报警内容" },
  filing: { acceptedAt: "请填写受案时间" },
  basics: { name: "请填写案件名称" },
  measures: { person: "请选择被采取措施人", kind: "请选择措施种类" },
  interviews: { name: "请填写姓名", startAt: "请选择开始时间" },
  property: { name: "请填写财物名称", seizedAt: "请选择扣押时间" },
  approvals: { matter: "请填写呈批事项" },
  persons: { name: "请填写姓名" },
};

/** The first complaint about a form, undefined when it can be saved. */
export function complaint(form: string, values: Readonly<Record<string, unknown>>): string | undefined {
  for (const [key, words] of Object.entries(REQUIRED[form] ?? {})) {
    if (key in values && values[key] === "") return words;
  }
  const { startAt, endAt } = values;
  if (typeof startAt === "string" && typeof endAt === "string" && endAt !== "" && endAt < startAt) {
    return "结束时间不能早于开始时间";
  }
  return undefined;
}
