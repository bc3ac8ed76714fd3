// The element 法律文书: one legal document, from its making to its service.
import { choice, element, instant, officers, person, text, yesNo } from "../declare.ts";

// biome-ignore format: one field is one line, so that the dictionary reads as a table
export const documents = element("documents", "法律文书", "many", [
  text("kind", "文书名称", "文书种类 文书类型 法律文书名称 送达文书名称", "WSMC WSZL", "unit"),
  text("number", "文书文号", "文书编号 文书号 文号 文书字号", "WSWH WSBH", "unit"),
  instant("madeAt", "制作时间", "文书制作时间 开具时间 出具时间", "ZZSJ KJSJ", "unit"),
  person("person", "文书对象", "当事人 被文书人 对象 文书对象姓名", "WSDX", "unit"),
  instant("servedAt", "送达时间", "送达日期 文书送达时间", "SDSJ SDRQ", "unit"),
  choice("serviceWay", "送达方式", "文书送达方式", "SDFS", "unit", "直接送达 留置送达 邮寄送达 委托送达 公告送达 电子送达", { 当面送达: "直接送达" }),
  text("receiver", "受送达人", "签收人 接收人 被送达人", "SSDR QSR", "local"),
  yesNo("signed", "是否签收", "签收情况 是否已签收", "SFQS", "unit"),
  choice("remedy", "告知的救济途径", "救济途径 救济途径告知", "JJTJ", "unit", "未告知 复议或者诉讼 先行复议 只可复议"),
  instant("postedAt", "公告发布时间", "送达公告时间", "GGFBSJ", "unit"),
  yesNo("refusalNoted", "拒收是否见证或者录像", "留置送达见证录像", "JSJZLX", "unit"),
  yesNo("electronicConsent", "是否同意电子送达", "电子送达确认书", "TYDZSD", "unit"),
  yesNo("onlineChannel", "是否提供网上复议渠道", "网上复议渠道", "WSFYQD", "unit"),
  yesNo("esigned", "是否电子签名捺印", "电子签名捺印", "SFDZQM", "unit"),
  yesNo("esignRecorded", "签名捺印过程录音录像", "电子签名录音录像", "QMLYLX", "unit"),
  yesNo("civilNoted", "是否注明附带民事诉讼", "附带民事诉讼注明", "ZMFDMS", "unit"),
  yesNo("confessionNoted", "是否写明自愿认罪", "自愿认罪情况写明", "XMZYRZ", "unit"),
  officers("servers", "送达民警", "送达人 送达人员", "SDMJ", "unit"),
  yesNo("serviceRecorded", "送达全程录音录像", "送达录音录像", "SDLYLX", "unit"),
]);
