// Values of closed lists as pages spell them, and texts that are none of them.
import { describe, expect, test } from "vitest";
import { dictionary, fieldOf } from "../dictionary/dictionary.ts";
import { parseChoice } from "./choice-text.ts";
import type { Value } from "./sheet.ts";
import { readValue } from "./value.ts";

const read = (path: string, text: string): Value | undefined => {
  const [element, id] = path.split(".") as ["case", string];
  const reading = readValue(fieldOf(element, id)!, text);
  return reading.state === "known" ? reading.value : undefined;
};

describe("choices", () => {
  test("every value and every alias of the dictionary is read", () => {
    for (const { id, fields } of dictionary)
      for (const { id: field, type, label } of fields) {
        if (type.is !== "choice") continue;
        for (const value of type.values)
          expect(parseChoice(type, ` ${value} `, label), `${id}.${field}`).toBe(value);
        for (const [alias, value] of Object.entries(type.aliases))
          expect(parseChoice(type, alias, label)).toBe(value);
      }
  });

  test.each([
    ["measures.kind", "刑拘", "刑事拘留"],
    ["measures.kind", "取保", "取保候审"],
    ["measures.kind", "对其取保候审措施", "取保候审"],
    ["measures.arrestResult", "不批准逮捕", "不批准逮捕"],
    ["measures.extension", "延长至30日", "延长至三十日"],
    ["persons.sex", "男性", "男"],
    ["incident.callKind", "刑事警情-电信网络诈骗", "诈骗"],
    ["incident.disposalKind", "邻里纠纷", "纠纷"],
    ["incident.disposal", "不予受案", "不予处理"],
    ["incident.filed", "√", "是"],
    ["incident.filed", "是（已登记）", "是"],
    ["incident.filed", "已受案", "是"],
    ["interviews.idShown", "已出示", "是"],
    ["interviews.rightsTold", "未告知", "否"],
    ["incident.filed", "未受案", "否"],
    ["case.complainant", "无控告人", "无"],
    ["case.category", "治安案件", "行政"],
    ["interviews.kind", "第一次讯问笔录", "讯问"],
    ["measures.noNoticeReason", "无", "无"],
    ["persons.sex", "1男", "男"],
    ["incident.filed", "2-否", "否"],
    ["incident.filed", "不是", "否"],
    ["property.photographed", "拍照", "是"],
    ["property.needsAppraisal", "不需要", "否"],
    ["penalties.published", "不予公开", "否"],
  ])("%s: %s", (path, text, value) => expect(read(path, text)).toBe(value));

  test.each([
    ["measures.kind", "拘留"],
    ["measures.arrestResult", "逮捕"],
    ["incident.disposal", "未予以受案"],
    ["incident.callKind", "被骗转账纠纷"],
    ["incident.filed", "未知"],
    ["incident.filed", "是否"],
    ["case.complainant", "有误"],
    ["case.complainant", "无误"],
    ["persons.sex", "男女"],
    ["interviews.kind", "询问/讯问"],
    ["penalties.noObjection", "没有异议"],
    ["penalties.noObjection", "未提出异议"],
    ["property.photographed", "录像"],
  ])("%s: %s is not guessed", (path, text) => expect(read(path, text)).toBeUndefined());
});
