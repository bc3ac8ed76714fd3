// What printed papers say without a label: the day under the seal, what their title says was done, signatures with their day.
import { expect, test } from "vitest";
import { factsOf } from "../read-sample.ts";

const known = (html: string): readonly string[] => factsOf(html).filter((fact) => fact.includes("=known:"));

test("the day under the seal is when the paper was made, a day signed for below is not", () => {
  const paper = (title: string, said: string): string =>
    `<h1>${title}</h1><p>星公（刑）立字〔2026〕58号</p><p>${said}</p><p>公安局（印）<br>二〇二六年三月六日</p><p>本通知书已收到。控告人：冉某某　2026年3月19日</p>`;
  expect(known(paper("立案决定书", "决定对<u>樊某某被盗窃案</u>立案侦查。"))).toEqual(
    expect.arrayContaining(["case.filedAt=known:2026-03-06", "case.name=known:樊某某被盗窃案"]),
  );
  expect(known(paper("不予立案通知书", "经审查认为没有犯罪事实，决定不予立案。"))).toEqual(
    expect.arrayContaining(["case.notFiledAt=known:2026-03-06", "documents.kind=known:不予立案通知书"]),
  );
  expect(known(paper("移送案件通知书", "决定将该案移送<u>星河市公安局湖西分局</u>管辖。"))).toEqual(
    expect.arrayContaining([
      "case.transferredAt=known:2026-03-06",
      "case.transferredTo=known:星河市公安局湖西分局",
    ]),
  );
  expect(known(paper("通知", "经审查，通知如下。")).join()).not.toContain("2026-03-06");
});

test("a measure on paper: decided under the seal, running from the day that it names, until the day to which it was lengthened", () => {
  const who = "犯罪嫌疑人<u>葛某某</u>（性别<u>男</u>，出生日期<u>1999年9月9日</u>）";
  const bail = known(
    `<h1>取保候审决定书</h1><p>${who}。</p><p>决定对其取保候审，期限从<u>2026年3月10日</u>起算，接受保证人<u>葛某甲</u>的监督。</p><p>公安局（印）2026年3月9日</p>`,
  );
  for (const fact of ["decidedAt=known:2026-03-09", "startedAt=known:2026-03-10", "bailKind=known:保证人"])
    expect(bail).toContain(`measures.${fact}`);
  const longer = known(
    `<h1>延长拘留期限通知书</h1><p>因${who}涉嫌盗窃案，现决定延长拘留期限至三十日，自<u>2026年3月7日</u>至<u>2026年4月6日</u>。</p>`,
  );
  for (const fact of ["kind=known:刑事拘留", "extension=known:延长至三十日", "dueAt=known:2026-04-06"])
    expect(longer).toContain(`measures.${fact}`);
});

test("a promise for another makes nobody the subject of a measure", () => {
  const html =
    "<h1>取保候审保证书</h1><p>我叫<u>葛某甲</u>，男，现住星河市，自愿作犯罪嫌疑人的保证人。</p><p>保证人：葛某甲　2026年3月10日</p>";
  expect(factsOf(html).join()).not.toContain("measures.person=known");
  expect(factsOf(html).join()).not.toContain("2026年3月10日");
});

test("the record of a search: its span of time, officers, witness and kind", () => {
  const html =
    "<h2>搜 查 笔 录</h2><p>时间：2026年3月7日13时30分至2026年3月7日14时20分</p><p>侦查人员：沈某某、陆某某</p><p>见证人：高某某</p>";
  const facts = known(html);
  for (const fact of ["kind=known:搜查", "witnessed=known:是", "officers=known"])
    expect(facts.join()).toContain(`examinations.${fact}`);
  expect(facts.filter((fact) => /examinations\.(?:startedAt|endedAt)/.test(fact))).toHaveLength(2);
});

test("a list's title says what was done with each thing; a row of signatures is no thing", () => {
  const html =
    '<h2>扣押清单</h2><table border="1"><tr><th>编号</th><th>名称</th><th>数量</th><th>特征</th></tr><tr><td>1</td><td>手机</td><td>1</td><td>黑色</td></tr><tr><td>2</td><td>钱包</td><td>1</td><td>棕色</td></tr><tr><td>移交人</td><td>夏某</td><td>保管人</td><td>钱某某</td></tr></table>';
  const facts = known(html);
  expect(facts.filter((fact) => fact === "property.action=known:扣押")).toHaveLength(2);
  expect(facts.join()).not.toContain("夏某");
});

test("who signed an opinion, and on which day", () => {
  const html =
    '<h1>呈请拘留报告书</h1><table border="1"><tr><td>审核意见</td><td colspan="3">同意呈报。　法制员：沈澜　2026年3月7日16时20分</td></tr><tr><td>办案单位意见</td><td colspan="3">拟同意。</td></tr></table>';
  expect(known(html).join()).toContain("approvals.legalReviewer=known:沈澜");
  expect(known(html).join()).toContain("approvals.legalReviewedAt=known");
});
