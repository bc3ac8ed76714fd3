// Identity and telephone numbers are noticed, times and case numbers are not.
import { expect, it } from "vitest";
import { sensitiveIn } from "./sensitive.ts";

it.each([
  ["证件 990104199705210017 已核", "id"],
  ["９９０１０４１９９７０５２１００１Ｘ", "id"],
  ["990104 19970521 001x", "id"],
  ["电话 13900000000", "phone"],
  ["139 0000 0000", "phone"],
  ["0990-12345678", "phone"],
  ["A9901042026110187，11月20日 15:02 到场", undefined],
  ["第118条", undefined],
])("%s → %s", (text, found) => {
  expect(sensitiveIn(text)).toBe(found);
});
