// A small server on this machine for the pages that a journey writes itself.
import { createServer } from "node:http";

/** What a path answers with: a document, or one that is made for each request. */
export type Pages = Readonly<Record<string, string | ((url: URL) => string | Promise<string>)>>;

export interface Served {
  /** Without a slash at its end. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** A whole document around `body`. */
export const documentOf = (body: string, title = "案件详情"): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title></head><body>\n${body}\n</body></html>`;

/** One labelled box as Element UI draws it. */
export const box = (label: string, value: string, id = ""): string =>
  `<div class="el-form-item"><label class="el-form-item__label">${label}</label><div class="el-form-item__content"><div class="el-input"><input class="el-input__inner"${id === "" ? "" : ` id="${id}"`} value="${value}"></div></div></div>`;

/** Serves `pages` on 127.0.0.1 until closed; whatever else is asked for is not there. */
export async function servePages(pages: Pages): Promise<Served> {
  const server = createServer(async (request, reply) => {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const page = url.pathname === "/favicon.ico" ? "" : pages[url.pathname];
    if (page === undefined) return void reply.writeHead(404).end();
    reply.setHeader("content-type", "text/html; charset=utf-8");
    reply.end(typeof page === "string" ? page : await page(url));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const bound = server.address();
  return {
    url: `http://127.0.0.1:${typeof bound === "object" && bound !== null ? bound.port : 0}`,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
