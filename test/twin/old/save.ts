// Takes the old platform's posted forms, stores them, and sends the browser back to the page.
import { complaint } from "../check.ts";
import { isList } from "../data/blank.ts";
import { formBody, html, type Reply, type Request, redirect } from "../http.ts";
import type { Store } from "../store.ts";
import {
  APPROVAL,
  CASE,
  type Columns,
  FILING,
  INCIDENT,
  INTERVIEW,
  MEASURE,
  PERSON,
  PROPERTY,
} from "./labels.ts";

const FORMS: Readonly<Record<string, Columns>> = {
  basics: CASE,
  filing: FILING,
  incident: INCIDENT,
  persons: PERSON,
  measures: MEASURE,
  interviews: INTERVIEW,
  property: PROPERTY,
  approvals: APPROVAL,
};

const SEVERAL = ["askers", "officers"];

const PAGES: Readonly<Record<string, string>> = {
  basics: "aj/ajxx",
  filing: "aj/sadj",
  measures: "aj/qzcs_edit",
  interviews: "aj/bl_paper",
  property: "aj/sacw",
  approvals: "aj/cpsh",
};

function read(columns: Columns, posted: URLSearchParams): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const [key, column] of Object.entries(columns)) {
    const value = posted.get(column.code);
    if (value === null || column.as === "fixed") continue;
    values[key] = SEVERAL.includes(key) ? value.split(/[、,，]/).map((each) => each.trim()) : value.trim();
  }
  return values;
}

export async function save(store: Store, from: Request): Promise<Reply> {
  const posted = await formBody(from);
  const form = posted.get("FORM_") ?? "";
  const no = posted.get("AJBH_") ?? "";
  const columns = FORMS[form];
  if (!columns) return html("未知的表单", 400);
  const values = read(columns, posted);
  const words = complaint(form, values);
  const id = posted.get("ID_") ?? "";
  const back = (at: string, said: string, extra = ""): Reply =>
    redirect(`/old/${at}.jsp?AJBH=${no}${extra}&said=${encodeURIComponent(said)}`);
  if (form === "incident") {
    const incident = store.findIncident("old", id);
    if (!incident) return html("未查询到相关记录", 404);
    if (!words) store.saveIncident(incident, values);
    const said = words ?? "保存成功";
    return no
      ? back("aj/jcjd", said)
      : redirect(`/old/jjd.jsp?JJDBH=${encodeURIComponent(id)}&said=${encodeURIComponent(said)}`);
  }
  const found = store.findCase("old", no);
  if (!found) return html("未查询到相关记录", 404);
  let line = id;
  if (!words) {
    if (form === "filing") store.saveFiling(found, values);
    else if (form === "basics") store.saveBasics(found, values);
    else if (isList(form)) {
      const saved = store.saveLine(found, form, id, values);
      if (saved === undefined) return html("未查询到相关记录", 404);
      line = saved;
    }
  }
  return back(PAGES[form]!, words ?? "保存成功", line ? `&ID=${encodeURIComponent(line)}` : "");
}
