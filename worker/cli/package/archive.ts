// A built extension as a zip archive: the same files always give the same bytes.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Zippable, zipSync } from "fflate";

/** The date that every file in it carries: archives know none before 1980. */
const DATE = new Date(1980, 0, 1);

const filesIn = (folder: string, under = ""): readonly string[] =>
  readdirSync(join(folder, under), { withFileTypes: true })
    .flatMap((one) => {
      const path = under === "" ? one.name : `${under}/${one.name}`;
      return one.isDirectory() ? filesIn(folder, path) : [path];
    })
    .sort();

/** The archive of a folder; manifest first, the rest by name. */
export function archiveOf(folder: string): Uint8Array {
  const files: Zippable = {};
  const paths = filesIn(folder);
  for (const path of ["manifest.json", ...paths.filter((one) => one !== "manifest.json")])
    files[path] = new Uint8Array(readFileSync(join(folder, path)));
  return zipSync(files, { level: 9, mtime: DATE });
}
