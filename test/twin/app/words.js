// The choices that the platform's selects offer.
export const CALLS = [
  "盗窃",
  "诈骗",
  "殴打他人",
  "故意伤害",
  "寻衅滋事",
  "赌博",
  "纠纷",
  "求助",
  "举报",
  "其他",
];
export const OUTCOMES = ["受案调查", "当场调解", "批评教育", "纠纷", "移送", "其他"];
export const VIA = ["110报警", "上门报案", "网络报警", "短信报警", "其他"];
export const SOURCES = ["110指令", "报案", "控告", "举报", "投案", "移送", "工作中发现"];
export const REVIEWS = ["一般", "需查证", "重大疑难复杂"];
export const MEASURES = ["传唤", "拘传", "刑事拘留", "取保候审", "监视居住", "逮捕", "行政拘留"];
export const EXTENSIONS = ["未延长", "延长至七日", "延长至三十日"];
export const NO_NOTICE = ["无", "无法通知", "有碍侦查"];
export const ARRIVALS = ["传唤", "口头传唤", "拘传", "抓获", "扭送", "投案"];
export const PLACES = ["办案区", "办公室", "现场", "看守所", "医院", "住所", "单位"];
export const ROOMS = [
  "柳桥派出所办案区 讯问室3",
  "柳桥派出所办案区 询问室1",
  "柳桥派出所办案区 询问室2",
  "柳桥派出所 204办公室",
  "北岸看守所 讯问室1",
];
export const ROLES = ["犯罪嫌疑人", "违法嫌疑人", "证人", "被害人", "被侵害人"];
export const DISPOSALS = ["在库", "在保管", "随案移送", "返还", "没收", "销毁"];
export const OPINIONS = ["同意", "不同意", "退回补正", "退回补查"];
export const STATES = ["受案审查", "立案侦查", "调查", "移送审查起诉", "不予立案", "已结案"];
export const LEVELS = ["办案部门负责人", "县级以上公安机关负责人", "上一级公安机关负责人", "人民检察院"];
export const DECISIONS = ["警告", "罚款", "行政拘留", "拘留并处罚款", "不予处罚", "调解结案"];
export const THINGS = ["现金", "车辆", "手机", "电子设备", "贵重物品", "文件资料", "其他"];
