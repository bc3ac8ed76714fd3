// What the background says when a case cannot be shown on its platform.
export const WORDS = {
  noPlace: (platform: string) =>
    `这台浏览器还没有打开过“${platform}”，先登录平台打开任意一个案件，以后就能一键打开`,
} as const;
