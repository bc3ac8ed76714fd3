// Host pages that change while they are read: no value is ever put on another person, and the last state is read right.
import { expect, test } from "@playwright/test";
import { until } from "../run/steps.ts";
import { type House, openHouse } from "./hostile-page.ts";
import { personsIn, sight } from "./tab-sight.ts";

/** What the page keeps on its window. */
interface Kept {
  readonly people: readonly (readonly [string, string, string])[];
  readonly begin: (how: string, every: number) => void;
  readonly end: () => void;
}
declare const window: Window & Kept;

let house: House;

test.beforeAll(async () => {
  house = await openHouse();
});
test.afterAll(() => house.end());

for (const [how, every] of [
  ["rows", 7],
  ["cells", 7],
  ["rebuilt", 45],
] as const)
  test(`${how} that change every ${every} ms: every person has their own values at every moment`, async () => {
    const { page } = await house.visit("moving");
    const people = await page.evaluate(() => window.people);
    const wrong = new Set<string>();
    let most = 0;
    const look = async (): Promise<void> => {
      const persons = personsIn(await sight(house.desk, page.url()));
      most = Math.max(most, persons.length);
      for (const { name, sex, idNumber } of persons) {
        const own = people.find((one) => one.includes(String(name ?? idNumber)));
        if (own === undefined) continue;
        const mixed = [name, sex, idNumber].some((value, at) => value !== undefined && value !== own[at]);
        if (mixed) wrong.add(JSON.stringify([name, sex, idNumber]));
      }
    };
    await page.evaluate(([what, ms]) => window.begin(what, ms), [how, every] as const);
    const end = Date.now() + 2_000;
    while (Date.now() < end) {
      await look();
      await page.waitForTimeout(25);
    }
    expect([...wrong]).toEqual([]);
    expect(most, "something is read while it changes").toBeGreaterThan(0);
    await page.evaluate(() => window.end());
    await until("all persons are read in the end", async () => {
      await look();
      const names = personsIn(await sight(house.desk, page.url())).map(
        ({ name, idNumber }) => `${name} ${idNumber}`,
      );
      return people.every(([name, , id]) => names.includes(`${name} ${id}`));
    });
    expect([...wrong]).toEqual([]);
    await page.close();
  });
