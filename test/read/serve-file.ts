// Serves the files of this machine to the tool's own browser, because an extension may not read file: pages by itself.
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Stop } from "../../worker/cli/stop.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".htm": "text/html",
  ".xhtml": "application/xhtml+xml",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".gif": "image/gif",
  ".woff2": "font/woff2",
};

export interface Served {
  /** The http address that shows the file. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the file of a file: URL, with what stands beside it, on 127.0.0.1 until closed. */
export async function serveFile(fileUrl: string): Promise<Served> {
  const given = new URL(fileUrl);
  let path: string;
  try {
    path = fileURLToPath(given);
    if (!statSync(path).isFile()) throw new Stop(`${fileUrl} 不是文件`);
  } catch (cause) {
    if (cause instanceof Stop) throw cause;
    throw new Stop(`文件 ${fileUrl} 打不开：请检查路径`, cause);
  }
  const server = createServer((request, response) => {
    try {
      const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
      const file = fileURLToPath(`file://${pathname}`);
      if (request.method !== "GET" || !statSync(file).isFile()) throw new Error("no such file");
      response.writeHead(200, {
        "content-type": TYPES[extname(file).toLowerCase()] ?? "application/octet-stream",
      });
      createReadStream(file)
        .on("error", () => response.destroy())
        .pipe(response);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  const { pathname } = pathToFileURL(path);
  return {
    url: `http://127.0.0.1:${port}${pathname}${given.search}${given.hash}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
