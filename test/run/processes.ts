// Starts and ends what a whole run needs: the local worker, the twin, a browser with the extension.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "../..");

/** A free port of this machine. */
export const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const server = createServer();
    server.once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address !== null ? done(address.port) : fail(new Error("no port")),
      );
    });
  });

/** Whether a port is free on the loopback address. */
export const portFree = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const server = createServer();
    server.once("error", () => done(false));
    server.listen(port, "127.0.0.1", () => server.close(() => done(true)));
  });

export interface WorkerProcess {
  readonly url: string;
  readonly port: number;
  readonly state: string;
  /** The one-time code for the first administrator, once it has been printed. */
  readonly code: () => Promise<string>;
  readonly output: () => string;
  /** Ends it as SIGKILL would a crashed machine, children included. */
  readonly kill: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const until = async <T>(
  what: string,
  ask: () => Promise<T | undefined> | T | undefined,
  ms: number,
  seen: () => string,
): Promise<T> => {
  const end = Date.now() + ms;
  while (Date.now() < end) {
    const found = await ask();
    if (found !== undefined) return found;
    await new Promise((r) => setTimeout(r, 150));
  }
  throw new Error(`${what}: nothing within ${ms} ms\n${seen().slice(-3000)}`);
};

const ended = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((done) => child.once("exit", () => done()));

const signal = (child: ChildProcess, name: NodeJS.Signals): void => {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, name);
  } catch {
    // It had ended by itself.
  }
};

export interface WorkerOptions {
  readonly port: number;
  /** Folder of the local store. */
  readonly state: string;
  readonly vars: Readonly<Record<string, string>>;
}

/** The folder of a closed network, by its launcher, with its data in the local store. */
function spawnFolder(folder: string, { port, state, vars }: WorkerOptions): ChildProcess {
  const all = {
    LISTEN: `127.0.0.1:${port}`,
    DATA: join(state, "data"),
    SECOND: join(state, "second"),
    ...vars,
  };
  const settings = join(state, "settings");
  mkdirSync(state, { recursive: true });
  writeFileSync(
    settings,
    Object.entries(all)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(""),
  );
  return spawn(join(folder, "first-button"), ["start"], {
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: "/usr/bin:/bin", FIRST_BUTTON_SETTINGS: settings },
  });
}

/** The local runtime of development. */
async function spawnDevelopment({ port, state, vars }: WorkerOptions): Promise<ChildProcess> {
  const args = [
    "dev",
    "--ip",
    "127.0.0.1",
    "--port",
    String(port),
    "--inspector-port",
    String(await freePort()),
    "--persist-to",
    state,
    "--show-interactive-dev-session=false",
  ];
  for (const [name, value] of Object.entries(vars)) args.push("--var", `${name}:${value}`);
  const bin = join(root, "node_modules", ".bin");
  return spawn(join(bin, "node"), [join(root, "node_modules", "wrangler", "bin", "wrangler.js"), ...args], {
    cwd: root,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      PATH: `${bin}:${process.env["PATH"] ?? ""}`,
      WRANGLER_SEND_METRICS: "false",
      NO_COLOR: "1",
      CI: "1",
    },
  });
}

/** Another program has had the port for a moment: one that was free when it was chosen. */
const TAKEN = /Address already in use/;

/**
 * Starts the worker on its local store and waits until it answers; a port that is taken just then is asked for again.
 * `FIRST_BUTTON_FOLDER` names a folder built for a closed network; that is what is started then.
 */
export async function startWorker(options: WorkerOptions): Promise<WorkerProcess> {
  for (let left = 3; ; left--)
    try {
      return await startOnce(options);
    } catch (cause) {
      if (left === 0 || !TAKEN.test((cause as Error).message)) throw cause;
      await new Promise((again) => setTimeout(again, 1_000));
    }
}

async function startOnce(options: WorkerOptions): Promise<WorkerProcess> {
  const { port, state } = options;
  const folder = process.env["FIRST_BUTTON_FOLDER"] ?? "";
  const child = folder === "" ? await spawnDevelopment(options) : spawnFolder(resolve(root, folder), options);
  let output = "";
  child.stdout?.on("data", (d: Buffer) => (output += d.toString()));
  child.stderr?.on("data", (d: Buffer) => (output += d.toString()));
  const url = `http://127.0.0.1:${port}`;
  await until(
    "worker",
    async () => {
      if (child.exitCode !== null)
        throw new Error(`worker ended with ${child.exitCode}\n${output.slice(-3000)}`);
      const answer = await fetch(`${url}/v1/health`, { signal: AbortSignal.timeout(3000) }).catch(
        () => undefined,
      );
      return answer?.ok === true ? true : undefined;
    },
    90_000,
    () => output,
  );
  return {
    url,
    port,
    state,
    output: () => output,
    code: () =>
      until(
        "one-time code",
        () => /首次启动码\D*?([A-Z0-9]{4}(?:-[A-Z0-9]{4})+)/.exec(output)?.[1],
        20_000,
        () => output,
      ),
    kill: async () => {
      signal(child, "SIGKILL");
      await ended(child);
    },
    stop: async () => {
      signal(child, "SIGTERM");
      await Promise.race([ended(child), new Promise((r) => setTimeout(r, 4000))]);
      signal(child, "SIGKILL");
      await ended(child);
    },
  };
}
