// The officers of the invented city who appear on both platforms.

export interface Officer {
  id: string;
  name: string;
  rank: "民警" | "辅警";
  post: string;
  unit: string;
}

export const STAFF: readonly Officer[] = [
  { id: "037215", name: "陈立", rank: "民警", post: "办案民警", unit: "柳桥派出所" },
  { id: "037208", name: "周岩", rank: "民警", post: "办案民警", unit: "柳桥派出所" },
  { id: "037231", name: "许清", rank: "民警", post: "办案民警", unit: "柳桥派出所" },
  { id: "037240", name: "沈澜", rank: "民警", post: "涉案财物管理员", unit: "柳桥派出所" },
  { id: "037201", name: "何川", rank: "民警", post: "所长", unit: "柳桥派出所" },
  { id: "F03719", name: "郑浩", rank: "辅警", post: "辅警", unit: "柳桥派出所" },
  { id: "037018", name: "林知秋", rank: "民警", post: "法制民警", unit: "北岸分局法制大队" },
  { id: "037002", name: "罗远", rank: "民警", post: "副局长", unit: "北岸分局" },
];

/** The officer with this number; the first of the list when there is none. */
export const officer = (id: string | null | undefined): Officer =>
  STAFF.find((each) => each.id === id) ?? STAFF[0]!;

/** How an officer stands in a select or a record: `陈立 民警`. */
export const titled = (name: string): string => {
  const found = STAFF.find((each) => each.name === name);
  return found ? `${found.name} ${found.rank}` : name;
};
