// Answers that many callers get alike: made once, written once, and never waited for longer than it takes to make them.
import { expect, test } from "vitest";
import { Often, writtenOf } from "../often.ts";

const gate = (): {
  readonly open: (value: object | undefined) => void;
  readonly shut: Promise<object | undefined>;
} => {
  let open = (_: object | undefined): void => undefined;
  const shut = new Promise<object | undefined>((resolve) => {
    open = resolve;
  });
  return { open, shut };
};

test("callers at the same moment get one answer, made once and compressed once", async () => {
  const often = new Often<object>();
  const { open, shut } = gate();
  let made = 0;
  const make = (): Promise<object | undefined> => {
    made++;
    return shut;
  };
  const callers = Array.from({ length: 20 }, () => often.get("pack", make));
  open({ body: "正文".repeat(1_000) });
  const answers = await Promise.all(callers);
  expect(made).toBe(1);
  expect(new Set(answers).size).toBe(1);
  const written = writtenOf(answers[0])!;
  const plain = new Response(written.packed).body!.pipeThrough(new DecompressionStream("gzip"));
  expect(await new Response(plain).text()).toBe(written.text);
  expect(written.text).toBe(JSON.stringify(answers[0]));
  expect(written.packed.byteLength).toBeLessThan(written.text.length / 10);
  expect(await often.get("pack", () => Promise.reject(new Error("asked again")))).toBe(answers[0]);
});

test("where there is none, and where making fails, the next caller asks again", async () => {
  const often = new Often<object>();
  expect(await often.get("none", async () => undefined)).toBeUndefined();
  await expect(often.get("none", () => Promise.reject(new Error("no object")))).rejects.toThrow("no object");
  expect(await often.get("none", async () => ({ a: 1 }))).toEqual({ a: 1 });
});

test("a caller doesn't wait for one who has gone away", async () => {
  const often = new Often<object>();
  void often.get("pack", () => gate().shut);
  const begun = Date.now();
  expect(await often.get("pack", async () => ({ a: 2 }))).toEqual({ a: 2 });
  expect(Date.now() - begun).toBeLessThan(5_000);
});

test("what was made first is dropped when there are too many", async () => {
  const often = new Often<object>();
  const made: string[] = [];
  const ask = (name: string): Promise<object | undefined> =>
    often.get(name, async () => {
      made.push(name);
      return { name };
    });
  for (let n = 0; n < 17; n++) await ask(`p${n}`);
  await ask("p16");
  expect(made).toHaveLength(17);
  await ask("p0");
  expect(made.at(-1)).toBe("p0");
});

test("an answer that was not kept has not been written", () => {
  expect(writtenOf({})).toBeUndefined();
  expect(writtenOf("text")).toBeUndefined();
});
