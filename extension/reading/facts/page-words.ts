// The selectors, words and patterns by which the page's script knows libraries: kept here so that no page has to load them.
import { SAID } from "../libraries.ts";

/** What ends as names of fields do, and hardly a value. */
export const FIELD_END =
  "^[\\u3400-\\u9fff]{2,12}(?:时间|日期|编号|文号|单号|字号|号码|姓名|地点|民警|类别|类型|种类|数量|金额)$";

/** Each on one line; patterns are read without regard to case. */
const PAGE_WORDS: Readonly<Record<keyof typeof SAID, string>> = {
  /** Texts that a select shows as chosen. */
  chosen:
    ".el-select__tags .el-tag,.el-select__selected-item .el-tag,.el-select__placeholder:not(.is-transparent),.el-cascader__tags .el-tag,.ant-select-content-has-value,.ant-select-selection-item,.ant-select-selection-selected-value,.ant-select-selection__choice__content,.ant-cascader-picker-label,.ivu-select-selected-value,.ivu-cascader-label,.ivu-tag-text,.n-base-selection-input__content,.n-tag__content,.arco-select-view-value,.arco-tag,.select2-selection__choice,.select2-selection__rendered,.select2-chosen,.chosen-single>span,.chosen-container .search-choice,.filter-option-inner-inner",
  /** Grids that are drawn as several tables: header apart, body apart. */
  splitHeader:
    ".el-table__header-wrapper,.ant-table-header,.layui-table-header,.ivu-table-header,.vxe-table--header-wrapper",
  splitBody:
    ".el-table__body-wrapper,.ant-table-body,.layui-table-main,.ivu-table-body,.vxe-table--body-wrapper",
  /** Rows of bodies that are no tables, and their cells. */
  drawnRow: ".ant-table-tbody-virtual .ant-table-row",
  splitGrid: ".el-table,.ant-table,.layui-table-view,.ivu-table,.vxe-table",
  /** Words on a switch. */
  switchWord:
    ".el-switch__label.is-active,.el-switch__inner,.ant-switch-inner,.ivu-switch-inner,:scope > em,:scope > div",
  checkedInside:
    ".is-checked,.ant-checkbox-checked,.ant-radio-checked,.ivu-checkbox-checked,.ivu-radio-checked",
  /** Names of icons that are open or ticked boxes. */
  iconOff:
    "uncheck|un-check|unselect|(?:^|[-_ /])(?:square-o|square|circle-o|circle|box|blank|empty|off|no|0)(?:$|[-_ .])|check-?box-?(?:blank|outline|off|empty|0)|outline-blank|wxz|normal",
  iconOn: "check|tick|select|gou|xuanzhong|yxz|(?:^|[-_ /])(?:on|yes|1|ok|active)(?:$|[-_ .])",
  iconSurelyOn: "(?<!un-?)(?:checked|selected)|check-square|check-circle",
  /** What can be typed in or chosen with. */
  controls:
    "input:not([type=hidden]),select,textarea,[contenteditable],[role=combobox],[role=radio],[role=checkbox],[role=switch],.ant-select,.ivu-select,.ivu-switch,.layui-form-switch,.layui-form-radio,.layui-form-checkbox,.switchbutton",
  /** Content of its own within a form item. */
  itemInside:
    "table,.el-table,.el-descriptions,.el-form-item__label,.ant-form-item-label,.layui-form-label,.ivu-form-item-label",
  /** Content of its own within a table cell. */
  cellInside:
    "table,dl,.el-form-item__label,.ant-form-item-label,.layui-form-label,.ivu-form-item-label,.el-descriptions,fieldset",
  /** Content of its own beside a label. */
  apart:
    "table,.el-table,.el-form-item,.ant-form-item,.layui-form-item,.ivu-form-item,dl,fieldset,h1,h2,h3,h4,h5,h6,[role=grid],[role=table]",
  /** What turns the pages of a table. */
  pager:
    ".el-pagination,.ant-pagination,.layui-laypage,.layui-table-page,.datagrid-pager,.pagination,.ivu-page,.pager,.page-bar,[class*=pagination],[class*=pager]",
  pages: ".number,.ant-pagination-item,.ivu-page-item,[data-page],a,li",
  /** What says that there are more records. */
  more: "加载更多|查看更多|显示更多|更多记录|展开全部|下拉加载|点击加载",
  total:
    "(?:共(?:计|有)?|总(?:共|计|数)[:：]?|of|Total)\\s*(\\d+)\\s*(条|项|行|个|记录|笔|件|人|items|records)?",
  pageCount: "(?:\\d+\\s*\\/\\s*(\\d+)\\s*页?|共\\s*(\\d+)\\s*页|第\\s*\\d+\\s*页.*?共\\s*(\\d+)\\s*页)",
  /** Titles of a page. */
  titles:
    "h1,h2,h3,[role=heading],.el-page-header__content,.ant-page-header-heading-title,.title,.page-title,caption",
  /** Words of links that do something. */
  acts: "退出 注销 选择 查看 修改 编辑 删除 打印 下载 上传 清空 清除 详情 更多 展开 收起 添加 新增 预览 复制 ? ？ (?) （?） （？） [?]",
  /** First words of a row that is no record. */
  summary:
    "^(?:合\\s*计|总\\s*计|小\\s*计|暂无数据|没有数据|无数据|无记录|暂无记录|没有找到匹配的记录|No data)$",
  /** The same with its number behind it. */
  sum: "^(?:合\\s*计|总\\s*计|小\\s*计)\\s*[:：]",
  /** What is pressed. */
  pressed: "button,a.l-btn,[type=submit],[type=button],[role=button]",
  /** Words of buttons that search, and of those that save. */
  asks: "^(?:立即|快速|高级|条件)?(?:查询|搜索|检索|筛选|查找)(?:\\(\\w\\))?$",
  saves: "保存|提交|暂存|签发|审核|登记$",
  /** Names that the host's code may give to a control. */
  code: "^[a-z_][\\w.$:[\\]-]*$",
  /** Names that need no closer look: letters, then at most three digits, and none of the beginnings below. */
  natural: "^[a-hj-kmnopqs-z][a-z_]*\\d{0,3}$",
  /** Names that a library gives to a control. */
  madeUp: "^(?:el-id|rc_|radix|layui|_easyui|react-select|input-?\\d|mat-|\\d)|[0-9a-f]{8}-|\\d{4,}",
  /** Classes of labels; in a table also those of titles. */
  labelClass: "(?:^|[-_\\s])(?:label|lbl|lab|key|term|caption|field-?name)(?:$|[-_\\s\\d])",
  cellClass: "(?:^|[-_\\s])(?:title|tit|bt|th|head|name)(?:$|[-_\\s\\d])",
  /** Units behind a box. */
  unit: "^(?:[百千万亿]?[元岁人件次日天个月年页册小时分钟]{1,2}|%|％)$",
  /** What stands behind a value without being one. */
  hint: "^$|^[（(※*]|^.填$|^(?:[百千万亿]?元|[岁日天件次])$",
  /** Marks of a date whose numbers are in boxes. */
  dateMarks: "^\\d{0,4}年\\d{0,2}月(?:\\d{0,2}日(?:\\d{0,2}[时点](?:\\d{0,2}分)?)?)?$",
  /** What stands between the boxes of one value. */
  bareMarks: "^[\\s年月日时分至到~～:：—-]*$",
  between: "^(?:至|到|-+|~|～|—+|–|止|起至)$",
  inline: "^[年月日时点分秒]$",
  /** Classes that say what state something is in. */
  states: "(?:check|activ|select|transparent|radioed|switch|hidden|hide|show|open|collaps|disabled)",
  /** Words before a colon that are no labels. */
  noLabel: "^(?:[上下早中晚]午|(?:温馨|友情)?提示|注意|注)$",
  /** Tags that begin a line of their own. */
  blocks:
    "ADDRESS ARTICLE ASIDE BLOCKQUOTE BR DD DIV DL DT FIELDSET FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION TABLE TBODY TD TH TR UL",
  /** Tags whose inside is no text. */
  silent: "SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT SVG svg OPTION SELECT TEXTAREA",
  /** What asks for a choice where none is made. */
  prompt: "^[-—\\s]*(?:请?选择|请输入|全部$)",
  /** Tags that run along in their line. */
  inlineTags:
    "A ABBR B BDI CITE CODE EM FONT I IMG LABEL MARK Q S SMALL SPAN STRONG SUB SUP TIME U INPUT SELECT TEXTAREA",
  /** Tags that are no labels. */
  noLabelTags: "A BUTTON INPUT SELECT TEXTAREA OPTION LI UL OL TABLE TR TD IMG HR BR",
  /** Classes of cells that a copy lies over. */
  hiddenCopy: "is-hidden|fixed-columns-in-body|ivu-table-hidden|fixed--hidden",
  /** What of a style tells label cells from others. */
  drawn: "(?:background|font-weight|text-align|width)[^;]*",
  /** The two halves of a grid, their titles and rows. */
  views: ":scope > .datagrid-view1, :scope > .datagrid-view2",
  viewTitles: ".datagrid-header .datagrid-header-row td[field]",
  viewRows: ".datagrid-body tr.datagrid-row",
  gridCells: "[role=cell],[role=gridcell],[role=rowheader]",
  /** What pages put around a label and the dictionary does not: hints in brackets, numbers, stars, spaces, 的. */
  frills:
    "[（(【[〔][^）)】\\]〕]*[）)】\\]〕]|^(?:[*★☆●◆▪·•※#]|[\\d一二三四五六七八九十]{1,3}[.、．)）])+|[*★:：∶;；。、，,.?？!！]+$|\\s|的",
  /** A label of spread letters, and a label before its colon. */
  padded: "(^|[\\s；;，,|])((?:[\\u3400-\\u9fff] ){1,3}[\\u3400-\\u9fff])(?=\\s*[:：])",
  pairHead: "(^|[\\s；;，,|])([A-Za-z\\u3400-\\u9fff\\d（）()/]{2,20})\\s*[:：]",
  /** Spaces between the letters of a label, and marks around it. */
  padding: "(?<=[\\u3400-\\u9fff])\\s+(?=[\\u3400-\\u9fff])",
  marks: "^[*＊★☆●•·※\\s]+|[*＊★☆\\s]+$",
  /** What no label has. */
  noLabelLook:
    "(?!^110[\\u3400-\\u9fff])\\d{3}(?![^（(]*[）)])|[。！？!?；;]|^\\d(?!\\d?[、.．])|[，,].*[，,]",
  /** Tags before which the words after a box end. */
  wordsEnd: "INPUT SELECT TEXTAREA BR TABLE DIV P",
  /** Tags that may draw an icon. */
  iconTags: "I IMG SPAN EM B svg",
  /** Tags beyond which no label is looked for. */
  labelEnd: "BODY FORM TR TBODY TABLE FIELDSET",
  /** The year of a date whose rest stands in the next cells, or the empty place for it. */
  year: "^\\s*\\d{0,4}\\s*(?:年\\s*)?$",
  /** What goes on with a date. */
  dateGoesOn: "^\\s*\\d{0,2}\\s*[日时点分]",
  /** What stands in a column of ticks. */
  ticked: "^[是否]?$",
  /** A label and its colon, and one with its value behind it. */
  anyPair: "[\\u3400-\\u9fff）]\\s*[:：]",
  filledPair: "[:：]\\s*\\S",
  /** Words before a colon that say who speaks. */
  speech: "[称说问答下]$",
  /** Boxes that take what is typed or chosen elsewhere. */
  typesElsewhere: "picker|editor|select",
  /** What stands between two boxes. */
  dashes: "^[-~～至到—|]+$",
  /** Titles of columns that say nothing: #, √. */
  noTitle: "^[^\\w\\u3400-\\u9fff]*$",
  /** Sentences of printed papers that say something without a label: no colon, or none but at the end. */
  sentence:
    "^(?![^]{1500})(?:(?:[^:：（(]|[（(][^）)]{0,60}[）)])*(?:(?:犯罪|违法)嫌疑人|违法行为人|执行拘留|执行逮捕|羁押|向我宣[布告]|现决定|决定(?:给予|对|不予立案|将该案|撤销)|延长拘留期限|期限[从自]|涉嫌|呈请对|[男女]\\s*[，,].*(?:出生|岁)|姓名.{1,20}[，,]\\s*性别|[〔\\[（(]\\d{4}[〕\\]）)]\\s*第?\\s*\\d+\\s*号$|^\\s*[（(]?\\s*第.{1,6}次(?:[询讯]问)?\\s*[）)]?\\s*$|于.{8,24}送至)[^:：]*[:：]?$|^[^\\d:：]{0,25}(?:\\d{4}|[〇○零一二三四五六七八九]{4})\\s*年\\s*[\\d一二三四五六七八九十]{1,3}\\s*月\\s*[\\d一二三四五六七八九十]{1,3}\\s*日\\s*$|[^:：]{2,14}[，,]\\s*[男女]\\s*[，,].*(?:出生|岁|身份))",
  /** What is typed into. */
  typed: "input:not([type]),[type=text],textarea",
  /** A day, or a time of day, in a box of its own. */
  dateOnly: "^\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?$",
  timeOnly: "^\\d{1,2}(?::\\d{1,2}){0,2}$",
  /** Types of inputs that hold no value. */
  fieldEnd: FIELD_END,
  noBoxes: "hidden button submit reset image file search",
  /** Tags in which no value stands beside its label. */
  noValueTags: "A LI UL",
};

/** The same as lines for the page's script: `@number words`. */
export const pageWords = (): string =>
  Object.entries(PAGE_WORDS)
    .map(([name, words]) => `@${SAID[name as keyof typeof SAID]} ${words}`)
    .join("\n");
