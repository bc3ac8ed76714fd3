// Where cases are opened: their own address, one after the platform's form, its front page; nothing typed is kept.
import { beforeEach, expect, it, vi } from "vitest";
import { addressBy, formOf, placeOf, rememberPlace } from "./places.ts";

const area = () => {
  const values = new Map<string, unknown>();
  return {
    values,
    get: async (key: string) => (values.has(key) ? { [key]: values.get(key) } : {}),
    set: async (all: Record<string, unknown>) => {
      for (const [key, value] of Object.entries(all)) values.set(key, value);
    },
  };
};
let session: ReturnType<typeof area>;
let disk: ReturnType<typeof area>;
beforeEach(() => {
  session = area();
  disk = area();
  vi.stubGlobal("chrome", { storage: { session, local: disk } });
});

const A1 = { key: "新警综:A1", number: "A1" };

it("makes the form of an address, without what a person typed", () => {
  expect(formOf("http://host/new/#/case/A1/measures", "A1")).toBe("http://host/new/#/case/{number}/measures");
  expect(formOf("http://host/case.do?no=A1&name=%E9%9F%A9&token=9", "A1")).toBe(
    "http://host/case.do?no={number}",
  );
  expect(formOf("http://host/case.do?id=77&name=x", "A1")).toBe("http://host/");
  expect(formOf("about:blank", "A1")).toBeUndefined();
  expect(addressBy("http://host/case/{number}", "A/2")).toBe("http://host/case/A%2F2");
  expect(addressBy("http://host/", "A2")).toBeUndefined();
});

it("opens a case where it was read, another one after its form, else the front page", async () => {
  await rememberPlace(A1, { url: "http://host/case/A1?tab=3" });
  expect(await placeOf("新警综:A1", "A1")).toEqual({
    url: "http://host/case/A1?tab=3",
    exact: true,
  });
  expect(await placeOf("新警综:A2", "A2")).toEqual({ url: "http://host/case/A2", exact: true });
  expect(await placeOf("旧警综:B1", "B1")).toBeUndefined();
  await rememberPlace({ ...A1, key: "旧警综:A1" }, { url: "http://old/main.do?id=7" });
  expect(await placeOf("旧警综:B1", "B1")).toEqual({ url: "http://old/", exact: false });
});

it("keeps the address that names the case, and on disk none of a case", async () => {
  await rememberPlace(A1, { url: "http://host/case/A1" });
  await rememberPlace(A1, { url: "http://host/frame/left" });
  expect(await placeOf("新警综:A1", "A1")).toEqual({ url: "http://host/case/A1", exact: true });
  expect(await placeOf("新警综:A9", "A9")).toEqual({ url: "http://host/case/A9", exact: true });
  expect(JSON.stringify([...disk.values])).not.toContain("A1");
});

it("keeps no more than five hundred addresses", async () => {
  for (let i = 0; i < 510; i += 1)
    await rememberPlace({ key: `p:${i}`, number: `${i}` }, { url: `http://host/${i}/` });
  const { cases } = session.values.get("places") as { cases: Record<string, string> };
  expect(Object.keys(cases)).toHaveLength(500);
  expect(cases["p:509"]).toBe("http://host/509/");
  expect(cases["p:0"]).toBeUndefined();
});
