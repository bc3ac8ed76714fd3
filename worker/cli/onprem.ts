// Makes the folder that a closed network runs: npm run build:onprem [-- --out FOLDER]; nothing in it needs Node.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { transformWithOxc } from "vite";
import { unstable_readConfig } from "wrangler";
import { Stop, stopLine } from "./stop.ts";

const root = resolve(import.meta.dirname, "../..");
const source = join(root, "worker/onprem");

/** The runtime's binary for this machine, as its package has it. */
function runtime(): string {
  const from = createRequire(createRequire(import.meta.url).resolve("wrangler/package.json"));
  const [cpu] = [process.arch === "arm64" ? "arm64" : "64"];
  try {
    return realpathSync(from.resolve(`@cloudflare/workerd-linux-${cpu}/bin/workerd`));
  } catch (cause) {
    throw new Stop(`没有找到 workerd（linux ${process.arch}）：先运行 npm ci`, cause);
  }
}

/** The very bundle that the public edge would get, without uploading anything. */
function bundle(into: string): void {
  const made = mkdtempSync(join(root, ".cache", "onprem-"));
  try {
    execFileSync(
      process.execPath,
      [join(root, "node_modules/wrangler/bin/wrangler.js"), "deploy", "--dry-run", "--outdir", made],
      { cwd: root, stdio: "pipe", env: { ...process.env, WRANGLER_SEND_METRICS: "false" } },
    );
    const text = readFileSync(join(made, "index.js"), "utf8");
    writeFileSync(into, text.replace(/^\/\/# sourceMappingURL=.*$/gm, ""));
  } catch (cause) {
    throw new Stop(
      `worker 没有打包成：${cause instanceof Error ? cause.message.split("\n")[0] : cause}`,
      cause,
    );
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

/** How many steps the two kinds of database have had: what an older program must not open. */
async function form(): Promise<string> {
  // By name at run time: tools are compiled apart from the worker.
  const stepsOf = async (name: string, file: string): Promise<number> => {
    const module = (await import(join(root, "worker", file))) as Record<
      string,
      readonly string[] | undefined
    >;
    const steps = module[name];
    if (steps === undefined) throw new Error(`worker/${file} has no ${name}`);
    return steps.length;
  };
  const directory = await stepsOf("DIRECTORY_STEPS", "directory/migrations.ts");
  return `${directory} ${await stepsOf("UNIT_STEPS", "unit/migrations.ts")}\n`;
}

/** What is taken from `wrangler.toml`. */
interface Deployed {
  readonly name?: string | undefined;
  readonly compatibility_date?: string | undefined;
  readonly compatibility_flags: readonly string[];
  readonly durable_objects: {
    readonly bindings: readonly { readonly name: string; readonly class_name: string }[];
  };
}

/** Kinds of object, runtime date and flags as `wrangler.toml` has them, in the runtime's own words. */
function fromWrangler(): { readonly classes: string; readonly compatibility: string } {
  const config: Deployed = unstable_readConfig({ config: join(root, "wrangler.toml") });
  const flags = config.compatibility_flags.map((flag) => `"${flag}"`).join(", ");
  return {
    // The same keys as the local runtime of development uses: the folder's name for ever.
    classes: config.durable_objects.bindings
      .map(({ name, class_name }) => `${name} ${class_name} ${config.name}-${class_name}\n`)
      .join(""),
    compatibility: `  compatibilityDate = "${config.compatibility_date}",\n  compatibilityFlags = [${flags}],\n`,
  };
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();

async function run(): Promise<string> {
  const { values } = parseArgs({ options: { out: { type: "string" } } });
  const out = resolve(values.out ?? join(root, ".output/onprem"));
  const kept = ["data", "second", "settings"].find((name) => existsSync(join(out, name)));
  if (kept !== undefined) throw new Stop(`${out} 里有 ${kept}，不予覆盖；请换一个文件夹，或者先把它移走`);
  rmSync(out, { recursive: true, force: true });
  for (const folder of ["bin", "program"]) mkdirSync(join(out, folder), { recursive: true });
  const program = (name: string): string => join(out, "program", name);
  bundle(program("worker.js"));
  for (const name of ["egress", "probe"]) {
    const file = join(source, `${name}.ts`);
    const { code } = await transformWithOxc(readFileSync(file, "utf8"), file);
    writeFileSync(program(`${name}.js`), code);
  }
  for (const name of ["settings.sh", "config.sh", "store.sh"])
    copyFileSync(join(source, name), program(name));
  const { classes, compatibility } = fromWrangler();
  const example = readFileSync(join(source, "settings.example"), "utf8");
  const [, ofWorker = ""] = example.split("# --- the worker ---");
  writeFileSync(program("classes"), classes);
  writeFileSync(program("compatibility"), compatibility);
  writeFileSync(program("form"), await form());
  writeFileSync(
    program("names"),
    [...ofWorker.matchAll(/^#([A-Z_]+)=/gm)].map(([, name]) => `${name}\n`).join(""),
  );
  copyFileSync(runtime(), join(out, "bin/workerd"));
  copyFileSync(join(source, "first-button.sh"), join(out, "first-button"));
  for (const name of ["bin/workerd", "first-button"]) chmodSync(join(out, name), 0o755);
  copyFileSync(join(source, "first-button.unit"), join(out, "first-button.service"));
  for (const name of ["settings.example", "README.md", "README.zh-CN.md"])
    if (existsSync(join(source, name))) copyFileSync(join(source, name), join(out, name));
  copyFileSync(join(root, "LICENSE"), join(out, "LICENSE"));
  const files = filesIn(out);
  const sums = files.map(
    (file) =>
      `${createHash("sha256")
        .update(readFileSync(join(out, file)))
        .digest("hex")}  ${file}\n`,
  );
  writeFileSync(program("SHA256SUMS"), sums.join(""));
  const bytes = files.reduce((sum, file) => sum + statSync(join(out, file)).size, 0);
  return `${relative(process.cwd(), out) || out}：${files.length + 1} 个文件，${(bytes / 1_048_576).toFixed(0)} MB；运行 ./first-button start`;
}

try {
  process.stdout.write(`${await run()}\n`);
} catch (error) {
  process.stderr.write(stopLine(error));
  process.exitCode = 2;
}
