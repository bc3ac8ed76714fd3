// The pages of an export are asked for one after the other, bound to the size of the first.
import { expect, it } from "vitest";
import { type AskPage, takeExport } from "./take-export.ts";

const pages = (size: number, each: number, failAt = -1): { ask: AskPage; asked: unknown[] } => {
  const asked: unknown[] = [];
  return {
    asked,
    ask: async (query) => {
      asked.push(query);
      const from = Number(query.from);
      if (from === failAt) return { ok: false, code: "busy", message: "连不上服务" };
      const next = from + each >= size ? null : from + each;
      return { ok: true, value: { text: `${from};`, next, size } };
    },
  };
};

it("joins the pages in their order and tells how far it is", async () => {
  const { ask, asked } = pages(25, 10);
  const told: number[] = [];
  const taken = await takeExport(ask, (done) => told.push(done));
  expect(taken).toEqual({ ok: true, value: ["0;", "10;", "20;"] });
  expect(asked).toEqual([{ from: "0" }, { from: "10", to: "25" }, { from: "20", to: "25" }]);
  expect(told).toEqual([10, 20]);
});

it("gives nothing when a page does not come", async () => {
  expect(await takeExport(pages(25, 10, 20).ask, () => undefined)).toMatchObject({ ok: false, code: "busy" });
  expect(await takeExport(pages(5, 10, 0).ask, () => undefined)).toMatchObject({ ok: false, code: "busy" });
});
