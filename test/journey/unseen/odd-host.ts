// A stand-in for a platform with values that have no label, a component with a shadow root, and a frame of another origin.
import { createServer, type Server } from "node:http";

export const FIRST = "A9901045200002026110945";
export const SECOND = "A9901045200002026110946";

const STYLE = `body{margin:0;font:14px/22px sans-serif;background:#eef1f4;color:#222}
  .bar{display:flex;gap:24px;background:#34506b;color:#fff;padding:10px 20px;font-size:17px}
  .sheet{width:760px;margin:14px;padding:12px 18px;background:#fff;border:1px solid #d5dbe2}
  .kv{display:flex;gap:8px;margin:6px 0}.kv label{width:140px;text-align:right;color:#666}input{width:260px}
  iframe{width:796px;height:170px;margin:0 14px;border:1px solid #d5dbe2;background:#fff}`;

const pair = (label: string, value: string): string =>
  `<div class="kv"><label>${label}：</label><input value="${value}"></div>`;

const page = (
  inner: string,
): string => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>业务办理</title>
  <style>${STYLE}</style></head><body>
  <div class="bar"><span>星河市业务平台</span><b class="no">${FIRST}</b><span class="unit">柳桥派出所</span></div>
  <div class="sheet"><h2>强制措施</h2>${pair("被采取措施人", "韩某某")}${pair("措施种类", "取保候审")}
  ${pair("执行时间", "2026-03-05 14:30")}<x-card></x-card></div>
  <iframe src="${inner}"></iframe>
  <script>customElements.define("x-card",class extends HTMLElement{constructor(){super();this.attachShadow({mode:"open"})
    .innerHTML='<style>.kv{display:flex;gap:8px}label{width:140px;text-align:right}input{width:260px}</style><div class="kv"><label>批准人：</label><input value="何川"></div>'}});</script>
  </body></html>`;

const inner = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>子系统</title><style>${STYLE}</style></head>
  <body><div class="sheet"><h2>涉案财物</h2>${pair("财物名称", "电动车")}${pair("几台", "1")}</div></body></html>`;

export interface OddHost {
  readonly url: string;
  readonly frame: string;
  close(): Promise<void>;
}

const serve = async (text: () => string): Promise<{ server: Server; port: number }> => {
  const server = createServer((request, reply) => {
    if (request.url?.startsWith("/yw/") !== true) return void reply.writeHead(404).end();
    reply.setHeader("content-type", "text/html; charset=utf-8").end(text());
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const bound = server.address();
  return { server, port: typeof bound === "object" && bound !== null ? bound.port : 0 };
};

/** Serves both on this machine: two ports are two origins. */
export async function openOddHost(): Promise<OddHost> {
  const other = await serve(() => inner);
  const frame = `http://127.0.0.1:${other.port}/yw/cw.do?id=9`;
  const main = await serve(() => page(frame));
  return {
    url: `http://127.0.0.1:${main.port}/yw/ajcl.do`,
    frame,
    close: async () => {
      for (const { server } of [main, other]) {
        server.closeAllConnections();
        await new Promise((done) => server.close(done));
      }
    },
  };
}
