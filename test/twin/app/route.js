// The address after the hash as a route, with the tabs of the pages that are open.
import { reactive } from "vue";

const TITLES = {
  home: "首页",
  cases: "案件查询",
  incidents: "接处警列表",
  info: "案件信息",
  incident: "接处警单",
  filing: "受案登记",
  measures: "人员与强制措施",
  interviews: "笔录列表",
  interview: "笔录",
  property: "涉案财物",
  approvals: "呈批审核",
  papers: "文书与音视频",
  stays: "办案区登记",
  dossier: "卷宗",
};

function parse() {
  const [path, query = ""] = window.location.hash.replace(/^#\/?/, "").split("?");
  const [first = "", no = "", page = "info", id = ""] = path.split("/").map(decodeURIComponent);
  const as = new URLSearchParams(query).get("as");
  if (first === "case") return { hash: `#/${path}`, name: page, no, id, as };
  if (first === "incident") return { hash: `#/${path}`, name: "incident", no: "", id: no, as };
  const name = first === "cases" || first === "incidents" ? first : "home";
  return { hash: `#/${path}`, name, no: "", id: "", as };
}

export const route = reactive({ hash: "", name: "home", no: "", id: "", as: null, tabs: [], lastCase: "" });

export const rename = (title) => {
  const tab = route.tabs.find((each) => each.hash === route.hash);
  if (tab) tab.title = title;
};

export const go = (hash) => {
  window.location.hash = hash;
};

export const close = (hash) => {
  const at = route.tabs.findIndex((each) => each.hash === hash);
  if (at >= 0) route.tabs.splice(at, 1);
  if (hash === route.hash) go(route.tabs[Math.max(0, at - 1)]?.hash ?? "#/home");
};

function follow() {
  Object.assign(route, parse());
  if (route.no) route.lastCase = route.no;
  if (route.name !== "home" && !route.tabs.some((each) => each.hash === route.hash)) {
    route.tabs.push({ hash: route.hash, title: TITLES[route.name] ?? "页面" });
    if (route.tabs.length > 8) route.tabs.shift();
  }
}

window.addEventListener("hashchange", follow);
follow();
