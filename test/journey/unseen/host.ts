// A stand-in for a platform that nobody has described yet: its own markup, its own words, codes in place of values.
import { createServer, type Server } from "node:http";
import { FIELDS, type Shown } from "./fields.ts";

const cell = ({ label, value }: Shown, at: number): string => {
  if (at % 3 === 0)
    return `<div class="kv"><i class="k">${label}</i><em class="v" id="v${at}">${value}</em></div>`;
  if (at % 3 === 1)
    return `<div class="kv"><span class="cap">${label}</span><input class="box" id="v${at}" name="q${at}" value="${value}"></div>`;
  return `<table class="pair"><tr><td class="l">${label}</td><td class="r" id="v${at}">${value}</td></tr></table>`;
};

const STYLE = `body{margin:0;font:14px/22px sans-serif;background:#eef1f4;color:#222}
  .bar{background:#34506b;color:#fff;padding:10px 20px;font-size:17px}
  .sheet{margin:14px;padding:12px 18px;background:#fff;border:1px solid #d5dbe2}
  h2{font-size:16px;margin:2px 0 10px}.grid{display:grid;grid-template-columns:repeat(2,390px);gap:5px 20px}
  .kv{display:flex;gap:8px;align-items:center;min-height:28px}.k,.cap{width:120px;color:#666;font-style:normal;text-align:right}
  .v{font-style:normal;min-height:20px;min-width:60px}.box{width:220px;height:24px}
  .pair{border-spacing:0}.l{width:120px;color:#666;text-align:right;padding:2px 8px 2px 0}.r{min-width:200px;border-bottom:1px dotted #bbb;height:24px}
  .ads{margin-top:10px;padding:6px;background:#f6f2e4}button{margin-top:10px;padding:5px 18px}`;

/** The page; `rename` stands in for a new release of the platform. */
export const pageOf = (rename: (label: string) => string = (label) => label): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>业务办理</title><style>${STYLE}</style></head><body>
  <div class="bar">星河市业务平台</div><div class="sheet"><h2>手续办理单</h2><div class="grid">
  ${FIELDS.map((field, at) => cell({ ...field, label: rename(field.label) }, at)).join("\n")}</div>
  <div class="ads">系统公告：三月八日升级</div><button type="button" class="go">办结送出</button></div>
  <script>window.heard=[];for(const n of ["click","mousedown","pointerdown","keydown","input","change","submit"])addEventListener(n,e=>heard.push(n+" "+(e.target.localName||"")),true);</script>
  </body></html>`;

export interface Unseen {
  readonly url: string;
  /** From now on the platform calls its fields otherwise. */
  release(rename: (label: string) => string): void;
  close(): Promise<void>;
}

/** Serves the platform on this machine. */
export async function openUnseen(): Promise<Unseen> {
  let rename: (label: string) => string = (label) => label;
  const server: Server = createServer((request, reply) => {
    if (!request.url?.startsWith("/yw/")) return void reply.writeHead(404).end();
    reply.setHeader("content-type", "text/html; charset=utf-8");
    reply.end(pageOf(rename));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  return {
    url: `http://127.0.0.1:${port}/yw/blsx.do?method=edit&id=77120`,
    release: (next) => {
      rename = next;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
