// Keys of cases and references of persons: equal for equal marks, telling nothing.
import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { caseKey, partsOfKey } from "./case-key.ts";
import { personReference } from "./person-reference.ts";

test("a case's key does not depend on spaces, full-width forms or capitals", () => {
  expect(caseKey("警综平台", "A9901 0000 2026")).toBe("警综平台:A990100002026");
  expect(caseKey("警综平台", "ａ９９０１")).toBe(caseKey("警综平台", "A9901"));
  expect(caseKey("甲", "1")).not.toBe(caseKey("乙", "1"));
  expect(caseKey("警综平台", " ")).toBeUndefined();
});

const key = new Uint8Array(32).fill(7);
const hex = "07".repeat(32);
const who = { idNumber: "99010119900307123X", name: "韩某某", sex: "男", caseKey: "警综平台:A1" };

test("with an ID number the reference is the start of its HMAC-SHA-256, in every case the same", () => {
  const expected = createHmac("sha256", key).update("99010119900307123X").digest("hex").slice(0, 16);
  expect(personReference(key, who)).toBe(expected);
  expect(personReference(hex, { ...who, idNumber: "990101 19900307 123x", name: "别名", caseKey: "B" })).toBe(
    expected,
  );
});

test("without one it holds within its case only", () => {
  const unnumbered = { ...who, idNumber: "" };
  expect(personReference(key, unnumbered)).toMatch(/^[0-9a-f]{16}$/);
  expect(personReference(key, unnumbered)).toBe(
    personReference(key, { ...unnumbered, idNumber: undefined, name: "韩 某某" }),
  );
  expect(personReference(key, unnumbered)).not.toBe(
    personReference(key, { ...unnumbered, caseKey: "警综平台:A2" }),
  );
  expect(personReference(key, unnumbered)).not.toBe(personReference(key, { ...unnumbered, sex: "女" }));
  expect(personReference(key, unnumbered)).not.toBe(personReference(new Uint8Array(32), unnumbered));
});

test("a key is parted into platform and number, also where the platform is a host with a port", () => {
  expect(partsOfKey("警综平台:A9901")).toEqual({ platform: "警综平台", number: "A9901" });
  expect(partsOfKey(caseKey("10.1.2.3:8080", "a9901")!)).toEqual({
    platform: "10.1.2.3:8080",
    number: "A9901",
  });
  expect(partsOfKey("A9901")).toEqual({ platform: "", number: "A9901" });
});
