// The colours, type and measures of every surface, as CSS custom properties for light and dark.

/** Surfaces, ink and the six states in light; the text and graphic contrasts are those of the drawings. */
export const light = {
  "--surface": "#ffffff",
  "--canvas": "#f4f5f7",
  "--ink-900": "#141c2b",
  "--ink-700": "#333d4d",
  "--ink-600": "#4a5463",
  "--ink-500": "#5f6978",
  "--ink-400": "#8791a0",
  "--ink-300": "#c3c9d2",
  "--ink-200": "#dce0e6",
  "--ink-150": "#e7eaee",
  "--ink-100": "#f0f2f5",
  "--ink-50": "#f7f8fa",
  "--on-ink": "#ffffff",
  "--ink-hover": "#333d4d",
  "--ink-active": "#000000",
  "--red-text": "#b3201f",
  "--red": "#c92a2a",
  "--red-tint": "#fdf0ef",
  "--red-line": "#f0b9b5",
  "--orange-text": "#9a4a00",
  "--orange": "#d2600a",
  "--orange-tint": "#fef3e8",
  "--orange-line": "#f2c8a0",
  "--yellow-text": "#735500",
  "--yellow": "#f2be00",
  "--yellow-tint": "#fff8dc",
  "--yellow-line": "#e8cf7a",
  "--blue-text": "#1b55b8",
  "--blue": "#2467d6",
  "--blue-tint": "#eef4fe",
  "--blue-line": "#b8cff5",
  "--green-text": "#17693f",
  "--green": "#1e8550",
  "--green-tint": "#ecf7f0",
  "--green-line": "#a9d8bc",
  "--grey-text": "#525c69",
  "--grey": "#6b7583",
  "--grey-tint": "#f3f4f6",
  "--grey-line": "#c5cbd3",
  "--float": "0 10px 32px rgba(20,28,43,.16), 0 0 0 1px rgba(20,28,43,.08)",
} as const;

export type Token = keyof typeof light;

/** The same names in dark, on a surface of #1A212C. */
export const dark: Readonly<Record<Token, string>> = {
  "--surface": "#1a212c",
  "--canvas": "#11161e",
  "--ink-900": "#eef1f5",
  "--ink-700": "#cbd2db",
  "--ink-600": "#aeb7c3",
  "--ink-500": "#97a1af",
  "--ink-400": "#7a8594",
  "--ink-300": "#4b5563",
  "--ink-200": "#39424f",
  "--ink-150": "#303844",
  "--ink-100": "#272e39",
  "--ink-50": "#1f2631",
  "--on-ink": "#11161e",
  "--ink-hover": "#cbd2db",
  "--ink-active": "#ffffff",
  "--red-text": "#ff9d96",
  "--red": "#ef5b53",
  "--red-tint": "#33201f",
  "--red-line": "#6b3331",
  "--orange-text": "#ffb06b",
  "--orange": "#f08a3c",
  "--orange-tint": "#332414",
  "--orange-line": "#6b4620",
  "--yellow-text": "#f3d25c",
  "--yellow": "#f2c530",
  "--yellow-tint": "#302910",
  "--yellow-line": "#665518",
  "--blue-text": "#94bbff",
  "--blue": "#5b93f5",
  "--blue-tint": "#1a273c",
  "--blue-line": "#2c4a78",
  "--green-text": "#7ed6a3",
  "--green": "#3fb575",
  "--green-tint": "#162c20",
  "--green-line": "#275c3d",
  "--grey-text": "#b3bcc8",
  "--grey": "#8c96a4",
  "--grey-tint": "#272d36",
  "--grey-line": "#48515e",
  "--float": "0 10px 32px rgba(0,0,0,.48), 0 0 0 1px rgba(255,255,255,.08)",
};

/** Type faces without any web font: Windows 7–11 and the Linux desktops in use have one of these. */
export const FACES =
  '"Microsoft YaHei UI","Microsoft YaHei","PingFang SC","HarmonyOS Sans SC","Source Han Sans SC","Noto Sans CJK SC","WenQuanYi Micro Hei",sans-serif';

const block = (selector: string, tokens: Readonly<Record<string, string>>): string =>
  `${selector}{${Object.entries(tokens)
    .map(([name, value]) => `${name}:${value}`)
    .join(";")}}`;

/**
 * The token sheet: light under `base`, dark under `darkWhen` (a selector or, with `@`, a media query around `base`).
 * The overlay gives `.fb` and `.fb[data-theme="dark"]`, a console page `:root` and `@media (prefers-color-scheme: dark)`.
 */
export function tokenCss(base: string, darkWhen: string): string {
  const night = darkWhen.startsWith("@") ? `${darkWhen}{${block(base, dark)}}` : block(darkWhen, dark);
  return `${block(base, { ...light, "--faces": FACES })}${night}`;
}
