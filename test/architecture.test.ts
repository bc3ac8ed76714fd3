// The walls in words a person can act on: who may import whom, what every file must look like.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
const tracked = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  .filter((path) => path !== "");
const code = tracked.filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !path.startsWith("test/pages/"));
const read = (path: string): string => readFileSync(join(root, path), "utf8");

const importsOf = (path: string): string[] =>
  [
    ...read(path).matchAll(
      /^\s*(?:import|export)\s[^;]*?from\s+["']([^"']+)["']|^\s*import\s+["']([^"']+)["']|import\(\s*["']([^"']+)["']/gm,
    ),
  ].map((m) => m[1] ?? m[2] ?? m[3] ?? "");

const floorOf = (path: string): string => path.split("/")[0] ?? "";
const isTest = (path: string): boolean => /\.test\.tsx?$|vitest\.config\.ts$/.test(path);

/** Which floors a floor may import. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  shared: ["shared"],
  worker: ["worker", "shared"],
  extension: ["extension", "shared"],
  test: ["test", "shared", "worker", "extension"],
};

/** Packages that the pure floor may use. */
const PURE = [
  /^valibot$/,
  /^@valibot\//,
  /^@marcbachmann\/cel-js$/,
  /^chinese-days/,
  /^yaml$/,
  /^css-what$/,
  /^@noble\//,
  // The national algorithms of a ledger; no chance and no clock in what is used of it here.
  /^sm-crypto-v2$/,
];

describe("walls", () => {
  test("a floor imports only the floors below it", () => {
    const wrong: string[] = [];
    for (const path of code) {
      const may = MAY[floorOf(path)];
      if (may === undefined) continue;
      for (const name of importsOf(path)) {
        if (!name.startsWith(".")) continue;
        const target = floorOf(relative(root, resolve(root, dirname(path), name)));
        if (!may.includes(target))
          wrong.push(
            `${path} imports ${name}: ${floorOf(path)}/ may use ${may.join(", ")} only; move the shared part to shared/`,
          );
      }
    }
    expect(wrong).toEqual([]);
  });

  test("shared/ is pure: named libraries only, no clock, no chance, no network, no page", () => {
    const wrong: string[] = [];
    for (const path of code.filter((p) => p.startsWith("shared/") && !isTest(p))) {
      for (const name of importsOf(path))
        if (!name.startsWith(".") && !PURE.some((p) => p.test(name)))
          wrong.push(
            `${path} imports ${name}: shared/ may use schema, CEL, calendar and @noble libraries only`,
          );
      const text = read(path).replace(/\/\/.*$|\/\*[\s\S]*?\*\//gm, "");
      for (const [pattern, why] of [
        [/\bDate\.now\(/, "ask for `now` as an argument"],
        [/\bnew Date\(\s*\)/, "ask for `now` as an argument"],
        [/\bMath\.random\(/, "ask for the number as an argument"],
        [/\bfetch\(/, "fetch in extension/ or worker/"],
        [/\bdocument\.|\bwindow\./, "read the page in extension/"],
        [/\beval\(|new Function\(/, "rules are data: compile them to closures"],
      ] as const)
        if (pattern.test(text)) wrong.push(`${path}: ${why}`);
    }
    expect(wrong).toEqual([]);
  });

  test("what pages load has no parser of rules, no schema library in the page's script", () => {
    const reach = (start: string, seen = new Set<string>()): Set<string> => {
      for (const name of importsOf(start)) {
        if (!name.startsWith(".")) {
          seen.add(name);
          continue;
        }
        const path = relative(root, resolve(root, dirname(start), name));
        if (!seen.has(path) && /\.tsx?$/.test(path)) {
          seen.add(path);
          reach(path, seen);
        }
      }
      return seen;
    };
    const typeOnly = (start: string): string[] => [...reach(start)];
    expect(typeOnly("extension/entrypoints/background.ts")).not.toContain("@marcbachmann/cel-js");
    expect(typeOnly("extension/entrypoints/background.ts")).not.toContain("yaml");
    expect(typeOnly("extension/entrypoints/content.ts")).not.toContain("@marcbachmann/cel-js");
  });

  test("the twin knows nothing of the product", () => {
    const wrong = tracked
      .filter((p) => p.startsWith("test/twin/") && /\.(ts|mjs|js|vue|html|css)$/.test(p) && !isTest(p))
      .flatMap((p) => [
        ...importsOf(p)
          .filter(
            (n) =>
              n.startsWith(".") && !relative(root, resolve(root, dirname(p), n)).startsWith("test/twin/"),
          )
          .map((n) => `${p} imports ${n}`),
        ...(/first-?button|第一粒扣|chrome\.runtime/i.test(read(p))
          ? [`${p} names the product: a host platform does not know it`]
          : []),
      ]);
    expect(wrong).toEqual([]);
  });
});

describe("files", () => {
  test("the top level holds exactly what it should", () => {
    const top = new Set(tracked.map(floorOf));
    const allowed = [
      "extension",
      "worker",
      "shared",
      "test",
      ".ci",
      "package.json",
      "package-lock.json",
      "tsconfig.json",
      "wrangler.toml",
      "README.md",
      "README.zh-CN.md",
      "LICENSE",
    ];
    expect([...top].filter((name) => !allowed.includes(name) && !name.startsWith("."))).toEqual([]);
  });

  test("every file opens with one sentence that says what it is for", () => {
    const wrong = code.filter(
      (path) => !/^(#!.*\n)?\/\/ \S.*[.:]\n|^(#!.*\n)?\/\/ \S[^\n]*\n/.test(read(path)),
    );
    expect(wrong, "give each of these a first line `// What it is for.`").toEqual([]);
  });

  test("no file is longer than 250 lines", () => {
    const long = [...code, ...tracked.filter((p) => p.endsWith(".css"))]
      .map((p) => [p, read(p).split("\n").length - 1] as const)
      .filter(([, n]) => n > 250);
    expect(long, "split by subject").toEqual([]);
  });

  test("names say something", () => {
    const wrong = tracked.filter((p) =>
      /(^|\/)(utils?|helpers?|common|misc|manager|service)(\/|\.|$)/.test(p),
    );
    expect(wrong).toEqual([]);
  });

  test("nothing is left behind: no todo, no ignored type, no skipped or lonely test", () => {
    const pattern = new RegExp(
      [
        "\\bTO" + "DO\\b",
        "\\bFIX" + "ME\\b",
        "@ts-" + "(ignore|nocheck)",
        "\\bas " + "any\\b",
        "\\b(it|test|describe)\\." + "(skip|only|todo)\\b",
      ].join("|"),
    );
    expect(code.filter((p) => pattern.test(read(p)))).toEqual([]);
  });

  test("versions are pinned exactly and the lock file names no download address", () => {
    const pkg = JSON.parse(read("package.json")) as Record<string, Record<string, string>>;
    const loose = Object.entries({ ...pkg["dependencies"], ...pkg["devDependencies"] }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    );
    expect(loose).toEqual([]);
    expect(read("package-lock.json")).not.toMatch(/"resolved"/);
  });
});
