// The packed extension as the worker serves it: who may publish, what is refused, what browsers are told and given.
import { zipSync } from "fflate";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { crxId, crxMessage, writeCrx } from "../../shared/crx/crx.ts";
import { LARGEST_CRX, RELEASE_PATHS } from "../../shared/crx/update-manifest.ts";
import { isNewer } from "../directory/releases.ts";
import { deploy, env, hire, inDirectory, type Person, request } from "./deployment.ts";

const RSA = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" } as const;

interface Key {
  readonly publicKey: Uint8Array;
  readonly seal: (zip: Uint8Array) => Promise<Uint8Array>;
}

async function makeKey(): Promise<Key> {
  const pair = (await crypto.subtle.generateKey(
    { ...RSA, modulusLength: 2048, publicExponent: Uint8Array.from([1, 0, 1]) },
    true,
    ["sign", "verify"],
  )) as CryptoKeyPair;
  const publicKey = new Uint8Array((await crypto.subtle.exportKey("spki", pair.publicKey)) as ArrayBuffer);
  const seal = async (zip: Uint8Array): Promise<Uint8Array> => {
    const signed = await crypto.subtle.sign(RSA, pair.privateKey, crxMessage(publicKey, zip));
    return writeCrx({ publicKey, signature: new Uint8Array(signed), zip });
  };
  return { publicKey, seal };
}

const archive = (manifest: unknown, filler = 0): Uint8Array =>
  zipSync(
    {
      "manifest.json": new TextEncoder().encode(JSON.stringify(manifest)),
      "filler.bin": crypto.getRandomValues(new Uint8Array(Math.min(filler, 65_536))),
      ...(filler > 65_536 ? { "more.bin": new Uint8Array(filler) } : {}),
    },
    { level: 0 },
  );

let key: Key;
let admin: Person;
beforeAll(async () => {
  key = await makeKey();
});
beforeEach(async () => {
  admin = await deploy();
});

const pack = (version: string, filler = 0) => key.seal(archive({ version }, filler));
const publish = async (crx: Uint8Array, who: Person | undefined = admin) => {
  const reply = await request(RELEASE_PATHS.publish, {
    method: "POST",
    ...(who === undefined ? {} : { headers: { authorization: `Bearer ${who.token}` } }),
    body: new Uint8Array(crx),
  });
  return { status: reply.status, body: (await reply.json()) as Record<string, unknown> };
};
const served = async () => new Uint8Array(await (await request(RELEASE_PATHS.crx)).arrayBuffer());

it("is nothing before the first is published", async () => {
  for (const path of [RELEASE_PATHS.update, RELEASE_PATHS.crx]) {
    const reply = await request(path);
    expect([reply.status, ((await reply.json()) as { code: string }).code]).toEqual([404, "not-found"]);
  }
});

it("is served byte for byte, with the types that browsers ask for, and named by its update manifest", async () => {
  // Longer than one row of the database may be.
  const crx = await pack("1.2.3", 2_500_000);
  const { status, body } = await publish(crx);
  expect(status).toBe(200);
  expect(body).toMatchObject({ id: crxId(key.publicKey), version: "1.2.3", size: crx.length });
  const file = await request(RELEASE_PATHS.crx);
  expect(file.headers.get("content-type")).toBe("application/x-chrome-extension");
  expect(file.headers.get("x-content-type-options")).toBe("nosniff");
  expect(Buffer.from(await file.arrayBuffer()).equals(Buffer.from(crx))).toBe(true);
  const update = await request(`${RELEASE_PATHS.update}?x=id%3D${crxId(key.publicKey)}%26v%3D1.0`);
  expect(update.headers.get("content-type")).toBe("text/xml; charset=utf-8");
  const xml = await update.text();
  expect(xml).toContain(`appid="${crxId(key.publicKey)}"`);
  expect(xml).toContain(`codebase="https://worker.test${RELEASE_PATHS.crx}" version="1.2.3"`);
  expect(xml).toContain(`hash_sha256="${String(body["sha256"])}" size="${crx.length}"`);
});

it("names the deployment's own address where a proxy stands before it", async () => {
  await publish(await pack("1.0"));
  const changed = env as { PUBLIC_URL?: string };
  changed.PUBLIC_URL = "https://fb.example.invalid/";
  const xml = await (await request(RELEASE_PATHS.update)).text();
  delete changed.PUBLIC_URL;
  expect(xml).toContain(`codebase="https://fb.example.invalid${RELEASE_PATHS.crx}"`);
});

it("is published by administrators only", async () => {
  const crx = await pack("1.0");
  expect((await publish(crx, { ...admin, token: "nobody" })).status).toBe(401);
  for (const role of ["officer", "legal", "leader", "auditor"] as const)
    expect((await publish(crx, await hire(admin, role, [role]))).status, role).toBe(403);
  expect((await request(RELEASE_PATHS.crx)).status).toBe(404);
});

it("is replaced by a newer version of the same key alone; who published stays on record", async () => {
  await publish(await pack("1.9"));
  const second = await pack("1.10");
  expect((await publish(second)).status).toBe(200);
  expect(await served()).toEqual(second);
  expect((await publish(second)).status, "the same file again").toBe(200);
  for (const older of ["1.10", "1.9.9"]) {
    const { status, body } = await publish(await pack(older, 10));
    expect([status, body["code"]], older).toEqual([409, "conflict"]);
  }
  const foreign = await (await makeKey()).seal(archive({ version: "2.0" }));
  expect((await publish(foreign)).body["message"]).toContain(crxId(key.publicKey));
  expect(await served()).toEqual(second);
  const record = await inDirectory((sql) =>
    sql.exec("SELECT version, by FROM releases ORDER BY n").toArray(),
  );
  expect(record).toEqual(["1.9", "1.10"].map((version) => ({ version, by: admin.id })));
});

it("is refused when it is not whole, not signed, without a version, or too large", async () => {
  const good = await pack("1.0", 5_000);
  const turned = good.slice();
  turned[turned.length - 10]! ^= 1;
  const cases: readonly (readonly [string, Uint8Array, number, string])[] = [
    ["nothing", new Uint8Array(), 400, "bad-shape"],
    ["a zip", archive({ version: "1.0" }), 400, "bad-shape"],
    ["cut off in the header", good.slice(0, 200), 400, "bad-shape"],
    ["cut off in the archive", good.slice(0, -1), 422, "bad-signature"],
    ["changed after signing", turned, 422, "bad-signature"],
    ["no manifest", await key.seal(zipSync({ "a.txt": new Uint8Array(3) })), 400, "bad-shape"],
    ["no version", await key.seal(archive({})), 400, "bad-shape"],
    ["a version that is none", await key.seal(archive({ version: "1.0-beta" })), 400, "bad-shape"],
    ["too large", new Uint8Array(LARGEST_CRX + 1), 413, "too-large"],
  ];
  for (const [what, bytes, status, code] of cases) {
    const answer = await publish(bytes);
    expect([answer.status, answer.body["code"]], what).toEqual([status, code]);
  }
  expect((await request(RELEASE_PATHS.crx)).status).toBe(404);
});

it("compares versions number by number", () => {
  expect(isNewer("1.10", "1.9")).toBe(true);
  expect(isNewer("1.9.1", "1.9")).toBe(true);
  expect(isNewer("2", "1.9.9.9")).toBe(true);
  expect(isNewer("1.9.0", "1.9")).toBe(false);
  expect(isNewer("1.8.9", "1.9")).toBe(false);
});
