// Every word that the background shows: notifications and refusals, in one place.

export const WORDS = {
  fromLedger: "来自台账",
  notifyTitle: (state: string, title: string) => `${state} · ${title}`,
  notifyText: (caseNumber: string, why: string) => (why === "" ? caseNumber : `${caseNumber} ${why}`),
  stateWords: { orange: "紧急", red: "违反" },
  otherOfficerTitle: "页面登录人与工作台登录人不同",
  otherOfficer: (shown: string, name: string, number: string) =>
    `页面登录人是 ${shown}，工作台登录人是 ${name} ${number}。这一页的内容没有记入台账；请在平台切换用户，或者退出工作台后由本人登录。`,
  noCase: "没有识别到案件，未保存",
  notTrusted: "这项操作只能在第一粒扣自己的页面上进行",
  unknownRequest: "不认识的请求",
  notKept: "（不在本机留底）",
  forgotten: "（退出登录时已从本机清除）",
  sayNeeded: "请写明理由",
  pauseRange: "暂停须写明理由，最长 30 分钟",
  storeFailed: "没有保存：本机存储写入失败，请检查磁盘空间后重试",
  troubleTitle: "第一粒扣有一部分没有工作",
  /** One line each: what no longer works, that the page does, what to do. */
  trouble: {
    reader: "页面读取没有启动，本页没有检查。办案平台照常使用；请刷新页面，仍不行请告诉管理员。",
    engine: "规则没有判断成功，按钮变灰的页面没有检查。办案平台照常使用；请刷新页面，仍不行请告诉管理员。",
    panel: "提示面板没有打开。办案平台照常使用，页面上的标记仍然有效；请刷新页面后再试。",
    store:
      "本机存储写不进去（磁盘可能已满），办理情况暂时记不进台账。提示照常，办案平台照常使用；请清理磁盘。",
  },
} as const;
