// The closed list of refusal codes that every edge of the product answers with.

export const CODES = {
  "bad-json": "内容不是有效的 JSON",
  "bad-shape": "内容的结构不符合约定",
  "too-large": "内容超过允许的大小",
  "unknown-field": "字段不在要素字典中",
  "bad-value": "字段的值不符合其类型",
  "bad-time": "时间写法不能识别",
  "unsigned-pack": "规则包没有签名",
  "bad-signature": "规则包签名不符",
  "older-pack": "规则包版本不高于现有版本",
  "bad-rule": "规则没有通过检查",
  "examples-failed": "规则的例子没有通过",
  "bad-layer": "分层规则没有通过检查",
  "loosens-red-line": "下级不能放宽红线规则",
  "no-articles": "文件里没有读到条文",
  "doubled-article": "同一条出现了两次",
  "no-title": "没有读到法规标题",
  "no-edition": "没有读到法规版本",
  "bad-encoding": "文件编码不能识别",
  "not-signed-in": "没有登录或者登录已过期",
  "bad-credentials": "账号或者密码不对",
  locked: "连续输错,账号暂时锁定",
  "bad-code": "首次启动码不对或者已经用过",
  "not-allowed": "当前角色不能做这件事",
  "outside-unit": "不在本单位管辖范围内",
  "not-found": "没有找到",
  conflict: "与已有记录冲突",
  "must-change": "须先改初始密码",
  "unit-closed": "单位已经撤销,不再接收新记录",
  "cases-open": "名下还有案件,须先移交",
  "bad-rows": "表格中有不能导入的行",
  "unsigned-request": "请求没有签名或者签名不符",
  "stale-request": "请求的时间戳超出允许的时钟误差",
  "other-officer": "页面登录人与工作台登录人不同",
  unproven: "没有整改的证明",
  "sequence-gap": "本机记录序号不连续",
  "unknown-child": "没有登记过的下级单位",
  replayed: "上报已经收到过",
  "older-report": "上报的数比已收到的旧",
  "local-field": "含有不得离开浏览器的字段",
  "author-cannot-approve": "起草人不能批准自己的改动",
  "ledger-damaged": "台账与检查点不符,已停止追加",
  "too-many": "发送过于频繁,请稍后再试",
  busy: "服务繁忙,请稍后再试",
  internal: "服务内部出错",
} as const;

export type Code = keyof typeof CODES;

/** What is wrong with one row of many. */
export interface RowRefusal {
  readonly row: number;
  readonly column: string;
  readonly code: string;
  readonly message: string;
}

/** An expected refusal: a value, not an exception. */
export interface Refusal {
  readonly code: Code;
  /** What exactly, in Chinese, naming the thing and the way out. */
  readonly message: string;
  /** Where in the input: `entries[3].at`. */
  readonly at?: string;
  /** Where many rows were sent: what is wrong with which, from 0. */
  readonly rows?: readonly RowRefusal[];
  /** After how many seconds it may be tried again, as the service says. */
  readonly again?: number;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

export const accepted = <T>(value: T): Result<T> => ({ ok: true, value });

export const refused = (code: Code, message: string, at?: string): Result<never> => ({
  ok: false,
  refusal: at === undefined ? { code, message } : { code, message, at },
});
