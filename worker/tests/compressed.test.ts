// Long answers are compressed for whoever can read that, short ones and other readers get them plain.
import { gunzipSync, strFromU8 } from "fflate";
import { beforeEach, expect, it } from "vitest";
import { START, setClock } from "./clock.ts";
import { deploy, type Person, request } from "./deployment.ts";

let admin: Person;
beforeEach(async () => {
  setClock(START);
  admin = await deploy();
});

const get = async (path: string, encoding?: string): Promise<[string | null, unknown]> => {
  const headers = {
    authorization: `Bearer ${admin.token}`,
    ...(encoding && { "accept-encoding": encoding }),
  };
  const reply = await request(path, { headers });
  const bytes = new Uint8Array(await reply.arrayBuffer());
  // What was compressed once for all comes as it lies; over a line the browser unpacks it.
  const plain = bytes[0] === 0x1f ? gunzipSync(bytes) : bytes;
  return [reply.headers.get("content-encoding"), JSON.parse(strFromU8(plain))];
};

it("a pack travels compressed, the list of members does not", async () => {
  const [encoding, pack] = await get("/v1/pack", "br, gzip");
  expect(encoding).toBe("gzip");
  expect(await get("/v1/pack", "gzip")).toEqual(["gzip", pack]);
  const [none, plain] = await get("/v1/pack");
  expect(none).toBeNull();
  expect(pack).toEqual(plain);
  const [short] = await get("/v1/members", "gzip");
  expect(short).toBeNull();
});
