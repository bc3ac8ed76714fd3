// Every word of the card on the unit's ledger as a whole: its witnesses, its export.
export const words = {
  title: "台账见证",
  sub: "上级核对下级台账只增不改",
  above: (unit: string) => `上级 ${unit}`,
  below: (unit: string) => `下级 ${unit}`,
  seen: (size: number, when: string) => `见证到第 ${size} 条，${when}`,
  none: "还没有见证",
  noneWhy: "本单位有上级时，新记录十分钟后由上级见证；最高一级由其下级保存它的检查点。",
  export: "导出台账",
  exporting: (done: number) => `导出中，${done} 条`,
  exported: "台账已导出，并记入台账",
  exportedWhy: "用 npm run -s verify -- 文件 可不经服务核验",
  failed: "没有导出",
  file: (unit: string, day: string) => `台账_${unit}_${day}.export`,
} as const;
