// Every word that the background shows: notifications and refusals, in one place.

export const WORDS = {
  fromLedger: "来自台账",
  notifyTitle: (state: string, title: string) => `${state} · ${title}`,
  notifyText: (caseNumber: string, why: string) => (why === "" ? caseNumber : `${caseNumber} ${why}`),
  stateWords: { orange: "紧急", red: "违反" },
  noCase: "没有识别到案件，未保存",
  notTrusted: "这项操作只能在第一粒扣自己的页面上进行",
  unknownRequest: "不认识的请求",
  notKept: "（不在本机留底）",
  forgotten: "（退出登录时已从本机清除）",
  sayNeeded: "请写明理由",
  pauseRange: "暂停须写明理由，最长 30 分钟",
  storeFailed: "没有保存：本机存储写入失败，请检查磁盘空间后重试",
} as const;
