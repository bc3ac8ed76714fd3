// How a field without its element's id is called on screen.
import { dictionary } from "../../dictionary/dictionary.ts";

/** `measures.startedAt` → 强制措施 · 执行时间; a list's name → its label; anything else as it is. */
export function labelOfPath(path: string): string {
  const [element, field] = path.split(".");
  const kind = dictionary.find(({ id }) => id === element);
  if (kind === undefined) return path;
  const label = field === undefined ? undefined : kind.fields.find(({ id }) => id === field)?.label;
  return field === undefined ? `${kind.label}（列表）` : `${kind.label} · ${label ?? field}`;
}
