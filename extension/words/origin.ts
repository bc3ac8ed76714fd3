// The words with which a card and the studio tell where a rule comes from.

export const words = {
  title: "来源",
  addedBy: (layer: string) => `${layer}增加的规则`,
  change: (layer: string, key: string, was: string, is: string) => `${layer}：${key} ${was} → ${is}`,
  because: (reason: string, author: string, day: string) =>
    `理由：${reason}${author === "" ? "" : `（${[author, day].filter((part) => part !== "").join(" ")}）`}`,
  off: (layer: string, because: string) => `${layer}停用，${because}`,
} as const;
