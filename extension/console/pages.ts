// Which pages a member sees, by role, in the order of the side bar.
import type { Role } from "../../shared/api/route.ts";
import type { Drawing } from "../look/drawing.ts";
import { words } from "../words/console.ts";
import { icons } from "./icons.ts";

export type PageId =
  | "desk"
  | "record"
  | "custody"
  | "board"
  | "cases"
  | "items"
  | "notes"
  | "rules"
  | "checklists"
  | "profiles"
  | "publish"
  | "statutes"
  | "health"
  | "people"
  | "intake"
  | "account"
  | "objections"
  | "guides"
  | "quiz"
  | "manual"
  | "traffic";

export interface PageEntry {
  readonly id: PageId;
  readonly label: string;
  readonly icon: Drawing;
  readonly roles: readonly Role[];
  /** A rule stands above the first page of a group. */
  readonly group: "work" | "unit" | "learn";
}

const everyone: readonly Role[] = ["officer", "legal", "leader", "admin", "auditor"];
const page = (
  id: PageId,
  icon: Drawing,
  roles: readonly Role[],
  group: PageEntry["group"] = "work",
): PageEntry => ({
  id,
  label: words.pages[id],
  icon,
  roles,
  group,
});

export const PAGES: readonly PageEntry[] = [
  page("desk", icons.today, everyone),
  page("cases", icons.folder, everyone),
  page("custody", icons.hourglass, everyone),
  page("board", icons.chart, ["legal", "leader", "admin", "auditor"]),
  page("record", icons.userCheck, ["officer"]),
  page("items", icons.clipboard, ["legal", "leader", "officer", "auditor"]),
  page("notes", icons.note, ["legal", "leader", "officer"]),
  page("objections", icons.dispute, ["legal", "leader", "admin", "officer"]),
  page("rules", icons.scale, ["admin", "legal"]),
  page("checklists", icons.list, ["admin", "legal"]),
  page("profiles", icons.fileScan, ["admin", "legal"]),
  page("publish", icons.send, ["admin", "legal", "leader"]),
  page("statutes", icons.book, ["admin", "legal"]),
  page("guides", icons.guide, everyone, "learn"),
  page("quiz", icons.quiz, ["officer", "legal", "leader"], "learn"),
  page("manual", icons.help, [...everyone, "security"], "learn"),
  page("traffic", icons.traffic, [...everyone, "security"], "learn"),
  page("people", icons.users, ["admin", "security", "leader", "auditor"], "unit"),
  page("intake", icons.intake, everyone, "unit"),
  page("account", icons.key, [...everyone, "security"], "unit"),
  page("health", icons.server, everyone, "unit"),
];

/** The pages of these roles; an administrator begins at the rules, everyone else at the desk. */
export function pagesOf(roles: readonly string[]): readonly PageEntry[] {
  const open = PAGES.filter((entry) => entry.roles.some((role) => roles.includes(role)));
  const studio = (id: PageId): boolean =>
    id === "rules" || id === "checklists" || id === "profiles" || id === "publish" || id === "statutes";
  const first = (entry: PageEntry): number => (roles.includes("admin") && studio(entry.id) ? 0 : 1);
  return [...open].sort((a, b) =>
    a.group === b.group && a.group === "work"
      ? first(a) - first(b)
      : a.group < b.group
        ? 1
        : a.group > b.group
          ? -1
          : 0,
  );
}
