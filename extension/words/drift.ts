// The words with which a page says that it no longer yields what it used to.

export const words = {
  title: (n: number) => `这一页有 ${n} 个字段从前读得到、现在读不到`,
  why: (fields: string, day: string) =>
    `${fields}，自${day}起。平台可能改版了，以前读到的值照旧，没有读到过的记“未检查”。已告诉管理员。`,
} as const;
