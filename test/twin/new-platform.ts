// Serves the new platform: its built pages and the JSON interface they call.
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { complaint } from "./check.ts";
import { isList } from "./data/blank.ts";
import { html, json, jsonBody, type Reply, type Request, redirect } from "./http.ts";
import { officer, STAFF } from "./staff.ts";
import type { Store } from "./store.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

const done = (data: unknown): Reply => json({ code: 0, msg: "操作成功", data });
const failed = (msg: string, status = 400): Reply => json({ code: 1, msg, data: null }, status);
const missing = (): Reply => failed("未查询到相关记录", 404);

async function asset(path: readonly string[], root: string): Promise<Reply> {
  const file = normalize(join(root, ...(path.length === 0 ? ["index.html"] : path)));
  if (!file.startsWith(root)) return html("404", 404);
  try {
    return {
      status: 200,
      type: TYPES[extname(file)] ?? "application/octet-stream",
      body: await readFile(file),
    };
  } catch {
    return path.length === 0
      ? html("<h1>前端资源尚未发布</h1><p>npm run build:twin</p>", 503)
      : html("<h1>404</h1>", 404);
  }
}

async function save(store: Store, from: Request): Promise<Reply> {
  const [, , kind, no = "", part = "", id = ""] = from.parts;
  const values = await jsonBody(from);
  if (kind === "incidents" && no === "") return done(store.addIncident());
  if (kind === "incidents") {
    const incident = store.findIncident("new", no);
    if (!incident) return missing();
    const words = complaint("incident", values);
    if (words) return failed(words);
    store.saveIncident(incident, values);
    return done(incident);
  }
  const found = store.findCase("new", no);
  if (!found) return missing();
  const words = complaint(part, values);
  if (words) return failed(words);
  if (part === "filing") store.saveFiling(found, values);
  else if (part === "basics") store.saveBasics(found, values);
  else if (!isList(part) || store.saveLine(found, part, id, values) === undefined) return missing();
  return done(found);
}

/** Answers everything below /new/; `root` is the folder of the built pages. */
export async function newPlatform(store: Store, root: string, from: Request): Promise<Reply> {
  const [, second, kind, no = ""] = from.parts;
  if (second !== "api") {
    if (from.url.pathname === "/new") return redirect("/new/");
    return asset(from.parts.slice(1), root);
  }
  if (from.method === "PUT" || from.method === "POST") return save(store, from);
  if (kind === "user") return done(officer(from.url.searchParams.get("id")));
  if (kind === "staff") return done(STAFF);
  if (kind === "cases" && no === "") return done(store.cases("new"));
  if (kind === "incidents" && no === "") return done(store.incidents("new"));
  const found = kind === "incidents" ? store.findIncident("new", no) : store.findCase("new", no);
  return found ? done(found) : missing();
}
