// The packed file and the patterns of hosts, against what Node's own cryptography and written-out cases say.
import { bytesToHex } from "@noble/hashes/utils.js";
import { expect, test } from "vitest";
import { crxId, crxMessage, openCrx, writeCrx } from "./crx.ts";
import { matchesPattern } from "./match-pattern.ts";
import { updateManifest } from "./update-manifest.ts";

const publicKey = Uint8Array.from({ length: 294 }, (_, i) => (i * 7) % 256);
const signature = Uint8Array.from({ length: 256 }, (_, i) => (i * 3) % 256);
const zip = Uint8Array.from([80, 75, 3, 4, 9, 9]);
const crx = writeCrx({ publicKey, signature, zip });

test("the file begins as browsers expect it, byte by byte", () => {
  // Magic, version 3, header length; field 2 (key proof) of 4 + 294 + 3 + 256 bytes: key, then signature.
  expect(bytesToHex(crx.slice(0, 8))).toBe("4372323403000000");
  const header = new DataView(crx.buffer).getUint32(8, true);
  expect(bytesToHex(crx.slice(12, 18))).toBe("12ac040aa602");
  expect(bytesToHex(crx.slice(18 + 294, 18 + 297))).toBe("128002");
  // Field 10000: the id's 16 bytes as field 1.
  const data = crx.slice(12 + header - 22, 12 + header);
  expect(bytesToHex(data.slice(0, 6))).toBe("82f104120a10");
  expect(crx.slice(12 + header)).toEqual(zip);
});

test("is taken apart into what it was made of; what was signed names the id and holds the archive", () => {
  const opened = openCrx(crx);
  expect(opened).toEqual({ ok: true, value: { publicKey, signature, zip } });
  const message = crxMessage(publicKey, zip);
  expect(new TextDecoder().decode(message.slice(0, 15))).toBe("CRX3 SignedData");
  expect(bytesToHex(message.slice(15, 22))).toBe("00120000000a10");
  expect(crxId(publicKey)).toMatch(/^[a-p]{32}$/);
});

test("every cut and every other id is refused, nothing throws", () => {
  const end = crx.length - zip.length;
  for (let length = 0; length < end; length += 1)
    expect(openCrx(crx.slice(0, length)).ok, `${length}`).toBe(false);
  const other = crx.slice();
  other[end - 1]! ^= 1;
  expect(openCrx(other).ok).toBe(false);
  expect(openCrx(new Uint8Array(40).fill(255)).ok).toBe(false);
});

test("the update manifest names version, place, hash and size, with its text escaped", () => {
  const xml = updateManifest({
    id: "a".repeat(32),
    version: "1.2",
    codebase: "https://fb.example.invalid/a?b=1&c=2",
    sha256: "00ff",
    size: 12,
  });
  expect(xml).toContain(
    'codebase="https://fb.example.invalid/a?b=1&#38;c=2" version="1.2" hash_sha256="00ff" size="12"',
  );
});

test.each<[string, string, boolean]>([
  ["https://a.example.invalid/*", "https://a.example.invalid/x?y=1", true],
  ["https://a.example.invalid/*", "https://a.example.invalid", true],
  ["https://a.example.invalid", "https://a.example.invalid/x", true],
  ["https://a.example.invalid/*", "http://a.example.invalid/", false],
  ["https://a.example.invalid/*", "https://b.example.invalid/", false],
  ["https://a.example.invalid/*", "https://a.example.invalid.b.invalid/", false],
  ["https://*.example.invalid/*", "https://a.b.example.invalid/", true],
  ["https://*.example.invalid/*", "https://example.invalid/", true],
  ["https://*.example.invalid/*", "https://badexample.invalid/", false],
  ["http://10.0.0.1:8080/*", "http://10.0.0.1:8080/ajxt", true],
  ["http://10.0.0.1:8080/*", "http://10.0.0.1/ajxt", false],
  ["http://10.0.0.1:80/*", "http://10.0.0.1/ajxt", true],
  ["http://10.0.0.1/*", "http://10.0.0.1:8080/ajxt", true],
  ["http://10.0.0.1/ajxt/*", "http://10.0.0.1/ajxt/1", true],
  ["http://10.0.0.1/ajxt/*", "http://10.0.0.1/mail", false],
  ["http://10.0.0.1/*/case", "http://10.0.0.1/a/b/case", true],
  ["http://10.0.0.1/*/case", "http://10.0.0.1/a/b/cases", false],
  ["nonsense", "http://10.0.0.1/", false],
  ["http://10.0.0.1/*", "about:blank", false],
])("%s names %s: %s", (pattern, url, yes) => {
  expect(matchesPattern(pattern, url)).toBe(yes);
});
