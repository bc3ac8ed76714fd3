// A note finds its text again or says that it is lost; it never points to another text.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findQuote, type Hashes, hashesFor } from "./note-anchor.ts";

const now = (): Promise<void> => Promise.resolve();

const LINES = [
  "问：你今天因何事被传唤到派出所？",
  "答：今天凌晨三点多，我在河滨路 12 号楼下推走了一辆电动自行车。",
  "问：车后来放到哪里了？",
  "答：放到朋友家了。",
  "问：你推车的时候有没有人看见？",
  "答：没有。",
  "问：以上所说是否属实？",
  "答：属实。",
  "答：没有。",
];

describe("anchoring by hashes", () => {
  it("keeps nothing of the quote but hashes", () => {
    const text = LINES.join("\n");
    const start = text.indexOf("放到朋友家了。");
    const hashes = hashesFor(text, start, start + 7) as Hashes;
    expect(Object.values(hashes).every((value) => /^[0-9a-f]{64}$/.test(value ?? ""))).toBe(true);
    expect(JSON.stringify(hashes)).not.toContain("朋友");
  });

  it("refuses a quote that stands on the page more than once, and an empty one", () => {
    expect(hashesFor("答：没有。问：还有吗？答：没有。", 0, 5)).toBe("ambiguous");
    expect(hashesFor("  \n ", 0, 3)).toBe("empty");
  });

  it("follows the text when it moves and when one side of it changes", async () => {
    const text = LINES.join("\n");
    const start = text.indexOf("放到朋友家了。");
    const hashes = hashesFor(text, start, start + 7) as Hashes;
    const moved = `问：还有什么补充？\n${text}`;
    expect((await findQuote(moved, 7, hashes, start, now))?.start).toBe(moved.indexOf("放到朋友家了。"));
    const longer = text.replace("放到朋友家了。", "放到朋友家了。朋友叫什么记不清。");
    expect((await findQuote(longer, 7, hashes, start, now))?.start).toBe(start);
  });

  it("is lost when the text was changed, or stands twice in the same surroundings", async () => {
    const text = LINES.join("\n");
    const start = text.indexOf("放到朋友家了。");
    const hashes = hashesFor(text, start, start + 7) as Hashes;
    expect(await findQuote(text.replace("朋友", "同事"), 7, hashes, start, now)).toBeUndefined();
    expect(await findQuote(`${text}${"，".repeat(40)}${text}`, 7, hashes, undefined, now)).toBeUndefined();
  });

  it("never anchors to a wrong place on two hundred changed pages", async () => {
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...LINES, ...LINES.slice(3, 6)], { minLength: 5 }),
        fc.nat(),
        fc.array(fc.tuple(fc.constantFrom("cut", "copy", "swap", "insert", "edit"), fc.nat(), fc.nat()), {
          minLength: 1,
          maxLength: 5,
        }),
        async (lines, pick, changes) => {
          // Every line carries its identity beside the text, which tells afterwards whether the right one was found.
          let page = lines.map((line, id) => ({ id, line }));
          const target = pick % page.length;
          const before = page.map(({ line }) => line).join("\n");
          const offset = page.slice(0, target).reduce((sum, { line }) => sum + line.length + 1, 0);
          const quote = page[target]!.line;
          const hashes = hashesFor(before, offset, offset + quote.length);
          if (typeof hashes === "string") return;
          for (const [kind, a, b] of changes) {
            const at = a % Math.max(1, page.length);
            const to = b % Math.max(1, page.length);
            const one = page[at];
            if (one === undefined) continue;
            if (kind === "cut") page = page.filter((_, i) => i !== at);
            else if (kind === "copy") page = [...page.slice(0, to), { ...one }, ...page.slice(to)];
            else if (kind === "swap")
              page = page.map((each, i) => (i === at ? page[to]! : i === to ? one : each));
            else if (kind === "insert")
              page = [...page.slice(0, at), { id: -1, line: `问：第${b}问？` }, ...page.slice(at)];
            else
              page = page.map((each, i) =>
                i === at ? { id: each.id, line: `${each.line.slice(1)}。` } : each,
              );
          }
          const after = page.map(({ line }) => line).join("\n");
          const found = await findQuote(after, quote.length, hashes, offset, now);
          if (found === undefined) return;
          kept += 1;
          let sum = 0;
          const hit = page.find(({ line }) => {
            const here = sum;
            sum += line.length + 1;
            return here === found.start && line === quote;
          });
          expect(after.slice(found.start, found.end)).toBe(quote);
          expect(hit?.id).toBe(target);
        },
      ),
      { numRuns: 200, seed: 20261120 },
    );
    expect(kept).toBeGreaterThan(40);
  });
});
