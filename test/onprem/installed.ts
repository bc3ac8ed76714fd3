// An installation of the folder for one test: own data, own port, and an environment in which no Node can be found.
import { type ChildProcess, execFile, execFileSync, spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { freePort } from "../run/processes.ts";

/** All that the launcher may need of a system. */
const COMMANDS =
  "sh cat chmod chown cmp cp date dirname env find flock grep head id install kill mkdir mktemp mv readlink rm sed sha256sum sleep sync touch uname";

/** What a tool of the folder said and how it ended. */
export interface Said {
  readonly code: number;
  readonly out: string;
}

/** Whom the system takes a process for. */
export interface User {
  readonly uid?: number;
  readonly gid?: number;
}

interface Starting {
  readonly answering?: boolean;
  readonly before?: readonly string[];
}

export class Installed {
  readonly home = mkdtempSync(join(tmpdir(), "onprem-"));
  readonly folder = join(this.home, "first-button");
  readonly data = join(this.home, "data");
  readonly second = join(this.home, "second");
  url = "";
  #running: ChildProcess | undefined;
  #output = "";
  #ended: Promise<number | null> = Promise.resolve(0);

  constructor(built = inject("folder")) {
    cpSync(built, this.folder, { recursive: true, filter: (path) => !path.endsWith("/workerd") });
    // A hundred megabytes need not be written for each test.
    linkSync(join(built, "bin/workerd"), join(this.folder, "bin/workerd"));
    const bin = join(this.home, "bin");
    mkdirSync(bin);
    for (const name of COMMANDS.split(" ")) {
      const path = ["/usr/bin", "/bin"].map((at) => join(at, name)).find((at) => existsSync(at));
      if (path !== undefined) symlinkSync(path, join(bin, name));
    }
  }

  /** Writes the settings; what is left out is the default but for port and folders. */
  async set(more: Readonly<Record<string, string>> = {}): Promise<void> {
    const port = await freePort();
    this.url = `http://127.0.0.1:${port}`;
    const all = {
      LISTEN: `127.0.0.1:${port}`,
      DATA: this.data,
      SECOND: this.second,
      PASSWORD_COST: "10",
      ...more,
    };
    const text = Object.entries(all).map(([name, value]) => `${name}=${value}\n`);
    writeFileSync(join(this.folder, "settings"), `# of a test\n${text.join("")}`);
  }

  /** Nothing of the test's own environment. */
  get #clean() {
    return { cwd: "/", env: { PATH: join(this.home, "bin") } };
  }

  /** Runs a tool of the folder to its end. */
  tool(...args: string[]): Promise<Said> {
    return this.toolAs({}, ...args);
  }

  /** The same as another user of this machine. */
  toolAs(user: User, ...args: string[]): Promise<Said> {
    return new Promise((done) => {
      execFile(join(this.folder, "first-button"), args, { ...this.#clean, ...user }, (error, out, err) =>
        done({ code: typeof error?.code === "number" ? error.code : 0, out: out + err }),
      );
    });
  }

  /** Starts the service; `answering` false does not wait until all is well, `before` is put in front of the command as a tracer is. */
  async start({ answering = true, before = [] }: Starting = {}): Promise<void> {
    if (this.url === "") await this.set();
    const launcher = join(this.folder, "first-button");
    const [command = launcher, ...rest] = [...before, launcher, "start"];
    const child = spawn(command, rest, {
      ...this.#clean,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#running = child;
    this.#output = "";
    const take = (part: Buffer) => {
      this.#output += part.toString();
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    this.#ended = new Promise((done) => child.once("exit", (code) => done(code)));
    await this.until(async () => {
      if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}: ${this.#output}`);
      const reply = await fetch(`${this.url}/v1/health`).catch(() => undefined);
      return answering ? reply?.ok : reply !== undefined;
    });
  }

  /** The process of the service itself. */
  get pid(): number {
    return Number(readFileSync(join(this.data, "pid"), "utf8"));
  }

  /** Settles when the process has ended, by whatever. */
  get ended(): Promise<number | null> {
    return this.#ended;
  }

  get output(): string {
    return this.#output;
  }

  async until(true_: () => Promise<unknown> | unknown, ms = 15_000): Promise<void> {
    for (const end = Date.now() + ms; !(await true_()); ) {
      if (Date.now() > end) throw new Error(`not within ${ms} ms: ${this.#output}`);
      await new Promise((again) => setTimeout(again, 20));
    }
  }

  /** The code with which the first administrator is made, as the log shows it. */
  async code(): Promise<string> {
    const found = () => /首次启动码 (\S+?)　/.exec(this.#output)?.[1];
    await this.until(found);
    return found() ?? "";
  }

  /** Ends the service as a power cut would, all at once. */
  async kill(signal: NodeJS.Signals = "SIGKILL"): Promise<void> {
    const pid = this.#running?.pid;
    if (pid !== undefined && this.#running?.exitCode === null && this.#running.signalCode === null)
      process.kill(-pid, signal);
    await this.#ended;
  }

  /** The files of an object of this class, by the unit's name in the second place. */
  filesOf(unit: string): { readonly database: string; readonly anchor: string } {
    const name = readdirSync(this.second).find(
      (one) =>
        !one.includes(".") &&
        (JSON.parse(readFileSync(join(this.second, one), "utf8")) as { unit: string }).unit === unit,
    );
    if (name === undefined) throw new Error(`nothing is kept of ${unit}`);
    const kind = unit === "directory" ? "Directory" : "Unit";
    return {
      database: join(this.data, `objects/first-button-${kind}/${name}.sqlite`),
      anchor: join(this.second, name),
    };
  }

  /** Deletes these files of a database: `""`, `"-wal"`, `"-shm"`. */
  remove(unit: string, ...endings: string[]): void {
    const { database } = this.filesOf(unit);
    for (const ending of endings) if (existsSync(`${database}${ending}`)) unlinkSync(`${database}${ending}`);
  }

  /** Copies a unit's database, log included, to or from a place beside the installation. */
  copy(unit: string, way: "aside" | "back"): void {
    const { database } = this.filesOf(unit);
    const aside = join(this.home, `copy-${unit}`);
    for (const ending of ["", "-wal"]) {
      const [from, to] = way === "aside" ? [database, aside] : [aside, database];
      rmSync(`${to}${ending}`, { force: true });
      if (existsSync(`${from}${ending}`)) cpSync(`${from}${ending}`, `${to}${ending}`);
    }
    if (way === "back") rmSync(`${database}-shm`, { force: true });
  }

  async end(): Promise<void> {
    await this.kill();
    rmSync(this.home, { recursive: true, force: true });
  }
}

/** Whether a command can be found where the launcher runs. */
export const findable = (at: Installed, command: string): boolean => {
  try {
    execFileSync("/bin/sh", ["-c", `command -v ${command}`], { env: { PATH: join(at.home, "bin") } });
    return true;
  } catch {
    return false;
  }
};
