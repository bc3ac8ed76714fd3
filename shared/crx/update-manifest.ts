// The update manifest: the small XML by which Chromium browsers learn which version of an extension to fetch, and where.

export interface Release {
  /** Extension id, 32 letters a to p. */
  readonly id: string;
  /** As in the extension's manifest: one to four numbers with dots. */
  readonly version: string;
  /** Address of the .crx file. */
  readonly codebase: string;
  /** SHA-256 of the .crx file, hex. */
  readonly sha256: string;
  /** Of the .crx file, bytes. */
  readonly size: number;
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);

/** The update manifest of one extension (Google's update protocol 2.0, as `update_url` and policies name it). */
export const updateManifest = ({ id, version, codebase, sha256, size }: Release): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${escaped(id)}">
    <updatecheck codebase="${escaped(codebase)}" version="${escaped(version)}" hash_sha256="${escaped(sha256)}" size="${size}" status="ok"/>
  </app>
</gupdate>
`;

/** Where a service serves the extension to its browsers. */
export const RELEASE_PATHS = {
  update: "/v1/extension/update.xml",
  crx: "/v1/extension/first-button.crx",
  publish: "/v1/extension",
} as const;

/** Largest extension that a service keeps, bytes. */
export const LARGEST_CRX = 8_388_608;
