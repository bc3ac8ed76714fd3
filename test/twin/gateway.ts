// Stands in for a short-message gateway: takes signed messages once each and shows what arrived.
import { createHmac, timingSafeEqual } from "node:crypto";
import { esc } from "./escape.ts";
import { html, json, type Reply, type Request } from "./http.ts";

export interface Message {
  readonly id: string;
  readonly receivedAt: string;
  /** What was sent, as it came. */
  readonly content: Readonly<Record<string, unknown>>;
}

export interface GatewayOptions {
  readonly secret: string;
  /** Answers so many requests with 503 before it works. */
  readonly failFirst: number;
}

function signed(body: Buffer, secret: string, signature: string | string[] | undefined): boolean {
  if (typeof signature !== "string") return false;
  const given = Buffer.from(signature.replace(/^sha256=/, ""), "hex");
  const right = createHmac("sha256", secret).update(body).digest();
  return given.length === right.length && timingSafeEqual(given, right);
}

const first = (content: Message["content"], ...keys: string[]): string => {
  for (const key of keys) {
    const value = content[key];
    if (typeof value === "string" || typeof value === "number") return String(value);
    if (Array.isArray(value)) return value.map(String).join("、");
  }
  return "";
};

export class Gateway {
  private readonly kept: Message[] = [];
  private failures: number;
  private readonly secret: string;
  private readonly clock: () => number;

  constructor(options: GatewayOptions, clock: () => number) {
    this.secret = options.secret;
    this.failures = options.failFirst;
    this.clock = clock;
  }

  messages(): readonly Message[] {
    return this.kept;
  }

  failNext(count: number): void {
    this.failures = count;
  }

  reset(): void {
    this.kept.length = 0;
  }

  async answer(from: Request): Promise<Reply> {
    const [, second] = from.parts;
    if (second === "sms" && from.method === "POST") return this.take(from);
    if (second === "messages") return json({ messages: this.kept });
    if (second === undefined) return html(this.page());
    return json({ code: "NOT_FOUND" }, 404);
  }

  private async take(from: Request): Promise<Reply> {
    const body = await from.body();
    if (this.failures > 0) {
      this.failures -= 1;
      return json({ code: "BUSY", message: "通道繁忙" }, 503);
    }
    if (!signed(body, this.secret, from.headers["x-signature"])) {
      return json({ code: "SIGNATURE", message: "签名校验失败" }, 401);
    }
    let content: unknown;
    try {
      content = JSON.parse(body.toString("utf8"));
    } catch {
      content = null;
    }
    if (typeof content !== "object" || content === null)
      return json({ code: "FORMAT", message: "报文格式错误" }, 400);
    const fields = content as Record<string, unknown>;
    const id = first(fields, "id", "messageId", "msgId");
    if (id === "") return json({ code: "FORMAT", message: "缺少消息编号" }, 400);
    const again = this.kept.some((each) => each.id === id);
    if (!again) this.kept.push({ id, receivedAt: new Date(this.clock()).toISOString(), content: fields });
    return json({ code: "OK", id, duplicate: again });
  }

  private page(): string {
    const rows = [...this.kept].reverse().map((each) => {
      const to = first(each.content, "to", "phone", "mobile", "receiver", "recipient");
      const text = first(each.content, "text", "content", "body", "message") || JSON.stringify(each.content);
      const at = new Date(Date.parse(each.receivedAt) + 28_800_000)
        .toISOString()
        .slice(0, 19)
        .replace("T", " ");
      return `<li><div class="top"><b>${esc(to || "未填号码")}</b><time>${at}</time></div><p>${esc(text)}</p><small>编号 ${esc(each.id)} · 已送达</small></li>`;
    });
    return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>手机短信网关</title>
<meta http-equiv="refresh" content="3"><style>
body{margin:0;background:#eef1f5;font:15px/1.6 "Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:#1d2733}
header{background:#14532d;color:#fff;padding:14px 24px;display:flex;justify-content:space-between}
header b{font-size:18px}main{max-width:720px;margin:24px auto;padding:0 16px}ul{list-style:none;margin:0;padding:0}
li{background:#fff;border-radius:12px;padding:14px 18px;margin-bottom:12px;box-shadow:0 1px 3px rgba(0,0,0,.08)}
.top{display:flex;justify-content:space-between}time,small{color:#6b7785}p{margin:6px 0;white-space:pre-wrap}
.none{text-align:center;color:#6b7785;padding:60px 0}</style></head><body>
<header><b>手机短信网关</b><span>已接收 ${this.kept.length} 条</span></header>
<main>${rows.length === 0 ? '<p class="none">暂无短信</p>' : `<ul>${rows.join("")}</ul>`}</main></body></html>`;
  }
}
