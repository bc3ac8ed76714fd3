// The words of the page 读什么、传什么.
import type { Privacy } from "../../shared/dictionary/field.ts";

export const words = {
  title: "读什么、传什么",
  sub: (cases: number, requests: number, size: string) =>
    `本机记得 ${cases} 件案件 · 传出 ${requests} 次，共 ${size}`,
  plain: {
    title: "三句话说清",
    read: "读什么",
    readSay: (n: number) =>
      `只读您打开的平台页面上看得见的字段，不改页面，不截图，不录音。现在记着 ${n} 个字段，关掉浏览器就忘掉。`,
    stay: "什么不传",
    staySay: (n: number) =>
      `姓名、证件号码、电话、住址、案情原文只在本机判定，从不离开浏览器。现在有 ${n} 个这样的字段。人只以代号传出，从代号看不出是谁。`,
    go: "传什么",
    goSay: (server: string) =>
      `时间、类别、编号、次数、办案民警这些办案事实，判定的结论，以及您自己写的话，只传给本单位的台账服务${server === "" ? "" : `（${server}）`}，没有别处。每一次都在本机留底，与实际传出的一字不差。`,
    beat: "每次传送都带登录凭证；推送连接开着时，每 20 秒发一个 ping。账号密码不留底。",
  },
  tabs: { read: "读到的", sent: "传出的", waiting: "等待上传" },
  tabList: "读与传",
  search: "字段、值、案号",
  privacy: { local: "不出本机", unit: "传给台账", said: "您写的话" } satisfies Record<Privacy, string>,
  asReference: (reference: string) => `以代号 ${reference} 传出`,
  notReported: "没有传出",
  read: {
    none: "还没有读到案件",
    noneWhy: "在平台打开案件、警情或者笔录页，读到的字段会列在这里。",
    noMatch: "没有符合的字段",
    noMatchWhy: "换一个词，或者清空搜索。",
    columns: { what: "字段", value: "读到的内容", where: "去向", age: "读取时间" },
    state: { known: "已读", absent: "空白", unread: "未读" },
    page: (n: number) => `${n} 个字段`,
    ledger: "这些是台账传给本机的，不是从页面读的",
    draft: "还没有保存的表单，不传出",
  },
  sent: {
    filters: { content: "有内容的", query: "只查询的", all: "全部" },
    filter: "筛选",
    none: "还没有传出过",
    noneWhy: "登录后，读到的办案事实和结论会自动传给台账，每一次都列在这里。",
    more: (n: number) => `再列 ${n} 次`,
    kept: (n: number, most: number) => `留底 ${n} 次，最多留 ${most} 次`,
    status: (status: number | undefined) =>
      status === undefined
        ? "在路上"
        : status === 0
          ? "没有送到"
          : status < 400
            ? "已送到"
            : `服务答复 ${status}`,
    carried: (n: number) => `${n} 条台账记录`,
    body: "原文",
    noBody: "没有内容，只查询",
    tooLong: "内容太长，只留长度和指纹",
    masked: "密码等已遮去，其余与传出的一致",
    exact: "与传出的逐字一致",
    hash: (hash: string) => `SHA-256 ${hash}`,
    socket: "推送连接：只收不传，每 20 秒一个 ping",
    entry: (seq: number) => `第 ${seq} 条`,
    size: "大小",
    noCase: "不属于案件",
    complete: (lists: string) => `已读全的列表：${lists}`,
    rows: "列表各行的代号",
    finding: "结论",
    missing: (labels: string) => `缺 ${labels}`,
    pack: (revision: number) => `规则包第 ${revision} 版`,
    said: "您写的话",
    until: "到期",
    evidence: "凭证",
    ticked: { true: "已确认", false: "已撤销" },
    minutes: (n: number) => `${n} 分钟`,
    item: "清单项目",
    shown: "附上的事实（已去掉个人信息）",
  },
  waiting: {
    none: "没有等待上传的记录",
    noneWhy: "断网时记录存在本机，联网后自动上传，不会丢，也不会重复。",
    refused: "服务没有收下，留在本机",
  },
} as const;
