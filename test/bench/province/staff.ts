// One officer for every station of the simulated province, made from a table and signed in with an own password.
import { callAt, good, PASSWORD, type Signed, signInAt } from "../../rollup/client.ts";

/** Works through a list, so many at a time. */
export async function inTurn<T>(
  list: readonly T[],
  wide: number,
  work: (one: T, i: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let i = next++; i < list.length; i = next++) await work(list[i] as T, i);
  };
  await Promise.all(Array.from({ length: Math.min(wide, list.length) }, worker));
}

/** Officers by their station. */
export async function staffed(
  url: string,
  admin: Signed,
  stations: readonly string[],
): Promise<ReadonlyMap<string, Signed>> {
  const people = new Map<string, Signed>();
  await inTurn(stations, 8, async (unit) => {
    const account = `jing-${unit}`;
    const first = "first password of all";
    await good(
      url,
      "createMember",
      { account, name: "李某某", password: first, unit, roles: ["officer"] },
      { token: admin.token },
    );
    const { token } = await signInAt(url, account, first);
    const changed = await callAt(url, "changePassword", { old: first, password: PASSWORD }, { token });
    if (changed.status !== 200) throw new Error(`${account}: ${changed.body.code}`);
    people.set(unit, { token, device: `device-${account}` });
  });
  return people;
}
