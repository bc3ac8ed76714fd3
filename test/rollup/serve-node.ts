// Runs whole workers in the plain runtime, each with its own port and files, as the nodes of a closed network stand.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { build } from "vite";

const root = join(import.meta.dirname, "../..");

/** Bundles a worker to `folder`/worker.js; `entry` is a path from the root of the project. */
export async function bundledWorker(folder: string, entry = "worker/index.ts"): Promise<void> {
  await build({
    configFile: false,
    logLevel: "error",
    root,
    ssr: { noExternal: true, external: [] },
    build: {
      ssr: join(root, entry),
      outDir: folder,
      emptyOutDir: false,
      target: "es2022",
      rollupOptions: {
        external: [/^cloudflare:/, /^node:/],
        output: { entryFileNames: "worker.js", codeSplitting: false },
      },
    },
  });
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });

export type Settings = Readonly<Record<string, string>>;

const configOf = (port: number, data: string, settings: Settings): string => `
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "internet", network = (allow = ["public", "private", "local"])),
    (name = "disk", disk = (path = "${data}", writable = true)),
  ],
  sockets = [ (name = "http", address = "127.0.0.1:${port}", http = (), service = "main") ],
);
const main :Workerd.Worker = (
  modules = [ (name = "worker.js", esModule = embed "../worker.js") ],
  compatibilityDate = "2026-08-01",
  compatibilityFlags = ["nodejs_compat"],
  durableObjectNamespaces = [
    (className = "Directory", uniqueKey = "directory", enableSql = true),
    (className = "Unit", uniqueKey = "unit", enableSql = true),
  ],
  durableObjectStorage = (localDisk = "disk"),
  bindings = [
    (name = "DIRECTORY", durableObjectNamespace = "Directory"),
    (name = "UNIT", durableObjectNamespace = "Unit"),
${Object.entries(settings)
  .map(([name, text]) => `    (name = "${name}", text = ${JSON.stringify(text)}),`)
  .join("\n")}
  ],
);
`;

export interface NodeOfNetwork {
  readonly url: string;
  readonly data: string;
  /** What its log has said so far. */
  readonly said: () => string;
  readonly start: () => Promise<void>;
  /** Ends the process at once, whatever it is doing. */
  readonly kill: () => Promise<void>;
}

/** A node over the worker in `folder`; not yet started. */
export async function nodeIn(folder: string, name: string, settings: Settings): Promise<NodeOfNetwork> {
  const port = await freePort();
  const place = join(folder, name);
  const data = join(place, "data");
  mkdirSync(data, { recursive: true });
  writeFileSync(join(place, "config.capnp"), configOf(port, data, settings));
  const url = `http://127.0.0.1:${port}`;
  const workerd = join(root, "node_modules/.bin/workerd");
  let child: ChildProcess | undefined;
  let said = "";
  return {
    url,
    data,
    said: () => said,
    start: async () => {
      const begun = spawn(workerd, ["serve", join(place, "config.capnp")], {
        stdio: ["ignore", "pipe", "pipe"],
        detached: true,
      });
      child = begun;
      for (const stream of [begun.stdout, begun.stderr])
        stream?.on("data", (part) => {
          said = `${said}${String(part)}`.slice(-20_000);
        });
      for (let tries = 0; ; tries += 1) {
        const up = await fetch(`${url}/v1/health`).then(
          ({ ok }) => ok,
          () => false,
        );
        if (up) return;
        if (tries > 2_000 || begun.exitCode !== null) throw new Error(`${name} did not start: ${said}`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    kill: async () => {
      const running = child;
      child = undefined;
      if (running?.pid === undefined || running.exitCode !== null || running.signalCode !== null) return;
      const ended = new Promise<void>((resolve) => running.once("exit", () => resolve()));
      process.kill(-running.pid, "SIGKILL");
      await ended;
    },
  };
}
