// Runs the ledger's worker in the plain runtime with its files in a folder, as a closed network does.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { build } from "vite";

const root = join(import.meta.dirname, "../..");

/** Bundles the worker to one module; the folder it stands in. */
export async function bundled(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: "error",
    root,
    ssr: { noExternal: true, external: [] },
    build: {
      ssr: join(root, "worker/tests/ledger-worker.ts"),
      outDir: folder,
      emptyOutDir: false,
      target: "es2022",
      rollupOptions: { external: [/^cloudflare:/, /^node:/], output: { entryFileNames: "worker.js" } },
    },
  });
  return folder;
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

const configOf = (port: number, data: string, suite: string): string => `
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [ (name = "main", worker = .main), (name = "disk", disk = (path = "${data}", writable = true)) ],
  sockets = [ (name = "http", address = "127.0.0.1:${port}", http = (), service = "main") ],
);
const main :Workerd.Worker = (
  modules = [ (name = "worker.js", esModule = embed "worker.js") ],
  compatibilityDate = "2026-08-01",
  compatibilityFlags = ["nodejs_compat"],
  durableObjectNamespaces = [
    (className = "Ledger", uniqueKey = "ledger", enableSql = true),
    (className = "Plain", uniqueKey = "plain", enableSql = true),
  ],
  durableObjectStorage = (localDisk = "disk"),
  bindings = [
    (name = "LEDGER", durableObjectNamespace = "Ledger"),
    (name = "PLAIN", durableObjectNamespace = "Plain"),
    (name = "LEDGER_SUITE", text = "${suite}"),
  ],
);
`;

export interface Served {
  readonly url: string;
  /** The process itself, where what is put in front of it has made way for it. */
  readonly pid: number;
  /** Ends the process at once, whatever it is doing. */
  readonly kill: () => Promise<void>;
  readonly data: string;
}

/** Starts the worker over `folder`/data; `before` is put in front of the command, as a tracer is. */
export async function serve(
  folder: string,
  suite = "sha256-ed25519",
  before: readonly string[] = [],
): Promise<Served> {
  const port = await freePort();
  const data = join(folder, "data");
  mkdirSync(data, { recursive: true });
  writeFileSync(join(folder, "config.capnp"), configOf(port, data, suite));
  const workerd = join(root, "node_modules/.bin/workerd");
  const [command = workerd, ...rest] = [...before, workerd, "serve", join(folder, "config.capnp")];
  const child: ChildProcess = spawn(command, rest, { stdio: ["ignore", "ignore", "pipe"], detached: true });
  let said = "";
  child.stderr?.on("data", (part) => {
    said += String(part);
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries += 1) {
    const up = await fetch(`${url}/empty`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (up) break;
    if (tries > 400 || child.exitCode !== null) throw new Error(`the worker did not start: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return {
    url,
    pid: child.pid ?? 0,
    data,
    kill: async () => {
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
        process.kill(-child.pid, "SIGKILL");
      await ended;
    },
  };
}
