// Invented statutes for the tests of the statute library; none of them is law anywhere.
import type { Statute } from "../statute.ts";

export const KNOWN: readonly Statute[] = [
  {
    title: "星河市巡河条例",
    short: "巡河条例",
    editions: [
      { edition: "2015-03-01", from: "2015-05-01", until: "2023-12-31", label: "2015 年通过" },
      { edition: "2023-10-09", from: "2024-01-01", label: "2023 修正" },
    ],
  },
  {
    title: "关于灯塔值守的规定",
    short: "灯塔规定",
    editions: [{ edition: "2020-02-03", from: "2020-03-01", label: "2020 年" }],
  },
];

export const RIVER = `# 中华人民共和国星河市巡河条例（2023修正）

- 版本: 2023-10-09 修正
- 生效: 2024-01-01 起施行
- 完整性: 全文

---
目　　录
第一章　总　　则
第二章　巡　　河

## 第一章 总则

第一条 为了巡河，制定本条例。

第二条　巡河员发现险情的，应当在二十四小时以内报告；情况复杂的，
经河长批准，可以延长至四十八小时。

第一条规定的目的不因本条而改变。

## 第二章 巡河

### 第一节 日常

第三条 巡河员应当记录下列事项：

（一）水位；

（二）天气。

记录保存十二个月。

第三条之一 巡河船应当在３日内检修。

第十条 本条例自2024年1月1日起施行。
`;
