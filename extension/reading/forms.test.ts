// Labels and values in forms of every kind of markup, and the traps in them.
import { expect, test } from "vitest";
import { cssPath, elementAt } from "./css-path.ts";
import { cellsOf, unitsOf } from "./read-sample.ts";
import { scanAll } from "./scan.ts";

const element = (label: string, content: string): string =>
  `<div class="el-form-item"><label class="el-form-item__label">${label}</label><div class="el-form-item__content">${content}</div></div>`;

test.each([
  ["a text box", '<div class="el-input"><input class="el-input__inner" value="甲"></div>', "甲"],
  ["a prompt is no value", '<input placeholder="请输入姓名">', ""],
  ["a read-only and disabled box", '<input readonly disabled value="甲">', "甲"],
  ["a text area keeps its lines", "<textarea>问：\n答：</textarea>", "问：\n答："],
  [
    "a select of Element Plus",
    '<div class="el-select"><div class="el-select__selected-item el-select__placeholder"><span>盗窃</span></div><input></div>',
    "盗窃",
  ],
  [
    "its prompt",
    '<div class="el-select"><div class="el-select__selected-item el-select__placeholder is-transparent"><span>请选择</span></div><input></div>',
    "",
  ],
  [
    "several tags",
    '<div class="el-select"><div class="el-select__selected-item"><span class="el-tag"><span class="el-select__tags-text">陈立</span></span></div><div class="el-select__selected-item"><span class="el-tag">周岩</span></div><input></div>',
    "陈立、周岩",
  ],
  [
    "a select of Element 2",
    '<div class="el-select"><div class="el-input"><input readonly value="盗窃"></div></div>',
    "盗窃",
  ],
  [
    "drawn radio buttons",
    '<div class="el-radio-group"><label class="el-radio is-checked"><span><input type="radio" checked></span><span class="el-radio__label">是</span></label><label class="el-radio"><span><input type="radio"></span><span class="el-radio__label">否</span></label></div>',
    "是",
  ],
  [
    "check boxes",
    '<label class="el-checkbox is-checked"><span>甲</span></label><label class="el-checkbox"><span>乙</span></label><label class="el-checkbox is-checked"><span>丙</span></label>',
    "甲、丙",
  ],
  ["a switch", '<div class="el-switch is-checked"><input type="checkbox" checked></div>', "是"],
  [
    "a button and an error beside it",
    '<input value="甲"><button>查询</button><div class="el-form-item__error">不能为空</div>',
    "甲",
  ],
  ["plain text", "<span>甲</span>", "甲"],
  [
    "a range",
    '<div class="el-date-editor"><input value="2026-03-05"><span class="el-range-separator">至</span><input value="2026-03-06"></div>',
    "2026-03-05 至 2026-03-06",
  ],
  ["a date beside its time", '<input value="2026-03-05"><input value="14:30">', "2026-03-05 14:30"],
  [
    "a script in a value stays text",
    '<input value="&lt;script&gt;alert(1)&lt;/script&gt;">',
    "<script>alert(1)</script>",
  ],
])("a form item holds %s", (_, content, value) => {
  expect(cellsOf(element("<i>*</i>姓　名：", content))).toEqual([`姓名=${value}`]);
});

test.each([
  [
    "Ant Design",
    '<div class="ant-form-item"><div class="ant-row"><div class="ant-form-item-label"><label>案由</label></div><div class="ant-form-item-control"><div class="ant-select"><div class="ant-select-selector"><span class="ant-select-selection-item">盗窃</span></div></div><div class="ant-form-item-extra">提示</div></div></div></div>',
  ],
  [
    "layui",
    '<div class="layui-form-item"><label class="layui-form-label">案由</label><div class="layui-input-block"><select style="display:none"><option selected>盗窃</option></select><div class="layui-form-select"><div class="layui-select-title"><input value="盗窃" readonly></div><dl><dd>盗窃</dd><dd>诈骗</dd></dl></div></div></div>',
  ],
  [
    "EasyUI",
    '<table><tr><td>案由</td><td><input class="easyui-textbox" style="display:none"><span class="textbox"><input class="textbox-text" value="盗窃"><input type="hidden" class="textbox-value" name="AY" value="1"></span></td></tr></table>',
  ],
  [
    "iView",
    '<div class="ivu-form-item"><label class="ivu-form-item-label">案由</label><div class="ivu-form-item-content"><div class="ivu-select"><span class="ivu-select-selected-value">盗窃</span></div></div></div>',
  ],
  [
    "Bootstrap",
    '<div class="row mb-3"><label class="col-sm-2">案由</label><div class="col-sm-10"><input class="form-control" value="盗窃"></div></div>',
  ],
  ["for", '<div><label for="q">案由</label></div><p><input id="q" value="盗窃"></p>'],
  ["a wrapping label", '<label>案由 <input value="盗窃"></label>'],
  ["aria-label", '<input aria-label="案由" value="盗窃">'],
  ["aria-labelledby", '<span id="l1">案由</span><i></i><p>x</p><input aria-labelledby="l1" value="盗窃">'],
  ["words before", '<div>案由 <input value="盗窃"></div>'],
  [
    "Element's descriptions",
    '<div class="el-descriptions"><table><tbody><tr><td><span class="el-descriptions__label">案由</span><span class="el-descriptions__content">盗窃</span></td></tr></tbody></table></div>',
  ],
  ["dl", "<dl><dt>案由</dt><dd>盗窃</dd></dl>"],
  ["two spans", '<div><span class="label">案由：</span><span>盗窃</span></div>'],
  ["two blocks without colon", "<div><div>案由</div><div>盗窃</div></div>"],
  ["running text", "<p>案由：盗窃</p>"],
  ["contenteditable", '<div>案由：<div contenteditable="true">盗窃</div></div>'],
])("%s", (_, html) => {
  expect(cellsOf(html)).toContain("案由=盗窃");
});

test("several pairs in one line, times with colons untouched", () => {
  expect(cellsOf("<p>案 由：盗窃　受案时间：2026-03-05 14:30；主办民警：陈立</p>")).toEqual([
    "案由=盗窃",
    "受案时间=2026-03-05 14:30",
    "主办民警=陈立",
  ]);
});

test("boxes drawn as signs and as icons", () => {
  expect(cellsOf("<p>权利告知：☑是 ☐否</p>")).toEqual(["权利告知=是"]);
  expect(
    cellsOf('<div>情况复杂：<i class="icon-unchecked"></i>是 <i class="icon-checked"></i>否</div>'),
  ).toEqual(["情况复杂=否"]);
});

test("menus, tabs and links are no pairs", () => {
  expect(
    cellsOf(
      '<div class="tabs"><a>案件详情</a><a>强制措施</a><a>讯问笔录</a></div><ul><li>警情</li><li>案件</li></ul>',
    ),
  ).toEqual([]);
});

test("what stands in an open shadow root is read, with a path through it", () => {
  unitsOf("<div id='host'></div>");
  document.getElementById("host")!.attachShadow({ mode: "open" }).innerHTML = "<p>案由：盗窃</p>";
  const [cell] = scanAll(document.body).flatMap(({ cells }) => cells);
  expect(cell).toMatchObject({ label: "案由", value: "盗窃" });
  expect(elementAt(document, cssPath(cell!.node))).toBe(cell!.node);
});

test("what is not shown is not read: closed dialogs, other tabs, hidden rows", () => {
  expect(
    cellsOf(`<div style="display:none"><p>案由：诈骗</p></div><p style="visibility:hidden">案由：赌博</p><p>案由：盗窃</p>
      <div><p>受案民警：陈立 <span style="display:none">周岩</span></p></div>`),
  ).toEqual(["案由=盗窃", "受案民警=陈立"]);
});
