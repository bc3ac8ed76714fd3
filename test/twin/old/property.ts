// The old platform's page of seized things: a list in a frame, a form below it.

import { esc } from "../escape.ts";
import type { Case } from "../model.ts";
import { PROPERTY } from "./labels.ts";
import { grid, notice, page, shown } from "./markup.ts";
import { posted, strip } from "./records.ts";

export const property = (of: Case, id: string, said: string | null): string => {
  const chosen = of.property.find((each) => each.id === id);
  const caption = chosen ? "物品信息修改" : "物品登记";
  const add = `<div class="btns"><a class="btn" href="/old/aj/sacw.jsp?AJBH=${of.no}&amp;ID=new">物品登记</a></div>`;
  const form =
    id === ""
      ? add
      : posted(
          of.no,
          "property",
          chosen?.id ?? "",
          `<table class="t"><caption>${caption}</caption>${grid(PROPERTY, Object.keys(PROPERTY), chosen ?? {}, 3, ["name", "seizedAt"])}</table>`,
        );
  return page(
    "涉案财物",
    `<div class="inner">${notice(said)}${strip(of)}<iframe name="wpFrame" src="/old/aj/wp_list.jsp?AJBH=${of.no}" onload="this.style.height=this.contentWindow.document.body.scrollHeight+12+'px'"></iframe>${form}</div>`,
  );
};

export function propertyList(of: Case): string {
  const keys = Object.keys(PROPERTY);
  const kept = ["keeper", "keepPlace", "storedAt"];
  const tall = (key: string): string => `<th rowspan="2">${PROPERTY[key]!.label}</th>`;
  const before = keys.slice(0, keys.indexOf("keeper"));
  const after = keys.slice(keys.indexOf("storedAt") + 1);
  const rows = of.property.map((each) => {
    const values = each as unknown as Record<string, string>;
    const cells = [...before, ...kept, ...after].map(
      (key) => `<td class="c">${esc(shown(values[key] ?? "")) || "&nbsp;"}</td>`,
    );
    return `<tr>${cells.join("")}<td class="c"><a href="/old/aj/sacw.jsp?AJBH=${of.no}&amp;ID=${each.id}" target="innerFrame">修改</a></td></tr>`;
  });
  const none = `<tr><td class="none" colspan="${keys.length + 1}">暂无涉案物品</td></tr>`;
  return page(
    "涉案物品清单",
    `<table class="t"><caption>涉案物品清单　案号：${of.no}</caption><tr>${before.map(tall).join("")}<th colspan="3">保管情况</th>${after.map(tall).join("")}<th rowspan="2">操作</th></tr>
<tr>${kept.map((key) => `<th>${PROPERTY[key]!.label}</th>`).join("")}</tr>${rows.join("") || none}</table>`,
  );
}
