// Serves the old platform: pages made on the server, each in its frame.
import { html, type Reply, type Request } from "../http.ts";
import { officer } from "../staff.ts";
import type { Store } from "../store.ts";
import { menu, TABS, top, work } from "./frames.ts";
import { interviewFrame, interviewList, interviewPaper } from "./interviews.ts";
import { callList, caseList } from "./lists.ts";
import { measureForm, people, peopleLists } from "./people.ts";
import { property, propertyList } from "./property.ts";
import { approvalRecord, callRecord, caseRecord, filingRecord, noCall } from "./records.ts";
import { dossier, papers, stays } from "./registers.ts";
import { save } from "./save.ts";
import { STYLE } from "./style.ts";

const missing = (): Reply => html("<h3>未查询到相关记录</h3>", 404);

/** The pages of one case in the inner frames. */
function ofCase(store: Store, file: string, query: URLSearchParams): Reply {
  const found = store.findCase("old", query.get("AJBH") ?? "");
  if (!found) return missing();
  const id = query.get("ID") ?? "";
  const said = query.get("said");
  if (file === "ajxx") return html(caseRecord(found, said));
  if (file === "jcjd")
    return html(found.incident.no ? callRecord(found.incident, found, said) : noCall(found));
  if (file === "sadj") return html(filingRecord(found, said));
  if (file === "ryqz") return html(people(found, id));
  if (file === "qzcs_list") return html(peopleLists(found));
  if (file === "qzcs_edit") return html(measureForm(found, id, said));
  if (file === "bllb") return html(interviewList(found));
  if (file === "sacw") return html(property(found, id, said));
  if (file === "wp_list") return html(propertyList(found));
  if (file === "cpsh") return html(approvalRecord(found, id, said));
  if (file === "wsyx") return html(papers(found));
  if (file === "baq") return html(stays(found));
  if (file === "jz") return html(dossier(found));
  const interview = found.interviews.find((each) => each.id === id);
  if (!interview) return missing();
  if (file === "xwbl") return html(interviewFrame(found, id));
  if (file === "bl_paper") return html(interviewPaper(found, interview, said));
  return missing();
}

/** Answers everything below /old/. */
export async function oldPlatform(store: Store, from: Request): Promise<Reply> {
  const [, first = "index.jsp", second = ""] = from.parts;
  const query = from.url.searchParams;
  if (first === "css") return { status: 200, type: "text/css; charset=utf-8", body: STYLE };
  if (first === "save.jsp" && from.method === "POST") return save(store, from);
  if (first === "menu.jsp") return html(menu());
  if (first === "aj_list.jsp") return html(caseList(store.cases("old"), query.get("ZT")));
  if (first === "jjd_list.jsp") return html(callList(store.incidents("old")));
  if (first === "aj") return ofCase(store, second.replace(/\.jsp$/, ""), query);
  if (first === "jjd.jsp") {
    const incident = store.findIncident("old", query.get("JJDBH") ?? "");
    return incident ? html(callRecord(incident, undefined, query.get("said"))) : missing();
  }
  if (first === "work.jsp") {
    const found = store.findCase("old", query.get("AJBH") ?? "");
    const tab = query.get("page") ?? "ajxx";
    return found && (tab in TABS || tab === "xwbl")
      ? html(work(found, tab, query.get("ID") ?? ""))
      : missing();
  }
  if (first !== "index.jsp") return missing();
  const { no, tab, id, call } = {
    no: query.get("AJBH"),
    tab: query.get("page") ?? "ajxx",
    id: query.get("ID"),
    call: query.get("JJDBH"),
  };
  const src = no
    ? `/old/work.jsp?AJBH=${encodeURIComponent(no)}&page=${encodeURIComponent(tab)}${id ? `&ID=${encodeURIComponent(id)}` : ""}`
    : call
      ? `/old/jjd.jsp?JJDBH=${encodeURIComponent(call)}`
      : "/old/aj_list.jsp";
  return html(top(officer(query.get("as")), src, Date.now()));
}
