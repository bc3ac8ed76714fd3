// The element 人员: one person of a case, suspect, victim or witness.
import { choice, day, element, instant, number, text, yesNo } from "../declare.ts";

// biome-ignore format: one field is one line, so that the dictionary reads as a table
export const persons = element("persons", "人员", "many", [
  text("name", "姓名", "人员姓名 当事人姓名 当事人 嫌疑人姓名 被害人姓名 违法行为人 被侵害人 被害人 被告知人 被处罚人", "XM RYXM XYRXM", "local"),
  choice("role", "人员身份", "身份 人员类型 人员类别 涉案身份 诉讼身份 涉案人员类型 涉案人员类别 人员角色 当事人类型", "RYLX RYLB RYSF", "unit", "犯罪嫌疑人 违法嫌疑人 被害人 被侵害人 证人 报案人 控告人 法定代理人 见证人 其他", { 嫌疑人: "犯罪嫌疑人", 嫌犯: "犯罪嫌疑人", 违法行为人: "违法嫌疑人", 受害人: "被害人", 监护人: "法定代理人", 举报人: "报案人", 报警人: "报案人" }),
  choice("sex", "性别", "", "XB XBDM", "unit", "男 女"),
  day("birthday", "出生日期", "出生年月日 生日 出生年月", "CSRQ", "local"),
  number("age", "年龄", "作案时年龄 周岁 实足年龄", "NL", "unit", "岁"),
  yesNo("minor", "是否未成年人", "未成年人 是否未成年 是否未满十八周岁", "SFWCN SFWCNR", "unit"),
  text("idNumber", "身份证号", "公民身份号码 身份证号码 证件号码 身份号码 身份证件号码 公民身份证号码 身份证件号 身份证件种类及号码 居民身份证号 居民身份证号码 证件号", "SFZH GMSFHM ZJHM", "local"),
  text("phone", "联系电话", "电话 手机号码 手机号 联系方式 移动电话 联系手机", "LXDH SJHM", "local"),
  text("address", "现住址", "住址 现住地址 居住地址 住所 现居住地 现居住地址 居住地 家庭住址 现住地详址 现住地", "XZZ ZZ", "local"),
  text("workplace", "工作单位", "工作单位及职业 服务处所", "GZDW ZY", "local"),
  text("guardian", "监护人", "法定代理人 监护人姓名 法定代理人姓名", "JHR FDDLR", "local"),
  instant("arrivedAt", "到案时间", "归案时间", "DASJ ZHSJ", "unit"),
  choice("arriveWay", "到案方式", "归案方式 抓获方式", "DAFS", "unit", "口头传唤 书面传唤 强制传唤 拘传 当场抓获 群众扭送 投案自首 通知到案 自行到案 其他", { 主动投案: "投案自首", 传唤: "书面传唤", 主动到案: "自行到案" }),
  choice("aidGround", "应当指派律师情形", "法律援助情形 通知辩护情形", "FYQX", "unit", "无 未成年人 残疾 不能完全辨认 可能无期死刑", { 盲聋哑: "残疾", 聋哑人: "残疾", 盲人: "残疾", 精神病人: "不能完全辨认", 可能判处无期徒刑: "可能无期死刑", 可能判处死刑: "可能无期死刑" }),
  instant("aidGroundFoundAt", "发现应当指派律师情形时间", "发现法律援助情形时间", "FXFYSJ", "unit"),
  yesNo("hasLawyer", "是否委托辩护人", "是否有辩护人 已委托律师", "SFWTBHR", "unit"),
  instant("aidNotifiedAt", "通知法律援助机构时间", "通知法援机构时间 通知指派律师时间", "TZFYSJ", "unit"),
  yesNo("ageVerified", "年龄是否查实", "临界年龄是否查清 年龄查实", "NLSFCS", "unit"),
  number("sentenceMonths", "判处刑期", "生效判决刑期", "PCXQ", "unit", "月"),
  instant("sealedAt", "犯罪记录封存时间", "记录封存时间", "FZJLFCSJ", "unit"),
  yesNo("guardianNeglect", "监护人是否失职", "监护人不依法履职", "JHRSZ", "unit"),
  instant("custodyDeathAt", "羁押期间死亡时间", "羁押死亡时间", "JYSWSJ", "unit"),
  instant("custodyDeathReportedAt", "羁押死亡报告时间", "羁押期间死亡报告时间", "JYSWBGSJ", "unit"),
  choice("guardianAtMediation", "监护人参加调解情况", "调解时监护人到场情况", "JHRCJTJ", "unit", "到场 本人同意不通知 未到场", { 已到场: "到场" }),
  yesNo("confessed", "是否自愿认罪", "自愿认罪 认罪认罚", "ZYRZ", "unit"),
  number("remainingMonths", "剩余刑期", "交付执行前剩余刑期", "SYXQ", "unit", "月"),
  choice("serveHouse", "服刑场所", "刑罚执行场所", "FXCS", "unit", "看守所 监狱 未成年犯管教所"),
  yesNo("litigatingLawyer", "是否参与诉讼的律师", "参与诉讼的律师", "CYSSLS", "unit"),
]);
