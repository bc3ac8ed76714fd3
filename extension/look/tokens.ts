// The colours, type and measures of every surface, as CSS custom properties for light and dark.

type Row = readonly [name: `--${string}`, light: string, dark: string];

/** Of the tokens, what button and markers are drawn with: every host page carries them. */
export const PAGE_TOKENS: readonly Row[] = [
  ["--surface", "#ffffff", "#1a212c"],
  ["--ink-900", "#141c2b", "#eef1f5"],
  ["--ink-600", "#4a5463", "#aeb7c3"],
  ["--ink-400", "#8791a0", "#7a8594"],
  ["--ink-200", "#dce0e6", "#39424f"],
  ["--red-text", "#b3201f", "#ff9d96"],
  ["--red", "#c92a2a", "#ef5b53"],
  ["--orange-text", "#9a4a00", "#ffb06b"],
  ["--orange", "#d2600a", "#f08a3c"],
  ["--yellow-text", "#735500", "#f3d25c"],
  ["--yellow", "#f2be00", "#f2c530"],
  ["--blue-text", "#1b55b8", "#94bbff"],
  ["--blue", "#2467d6", "#5b93f5"],
  ["--green-text", "#17693f", "#7ed6a3"],
  ["--green", "#1e8550", "#3fb575"],
  ["--grey-text", "#525c69", "#b3bcc8"],
  ["--grey", "#6b7583", "#8c96a4"],
];

/**
 * Surfaces, ink and the six states in light and in dark (on a surface of #1A212C); the text and graphic contrasts are those of
 * the drawings.
 */
export const TOKENS: readonly Row[] = [
  ...PAGE_TOKENS,
  ["--canvas", "#f4f5f7", "#11161e"],
  ["--ink-700", "#333d4d", "#cbd2db"],
  ["--ink-500", "#5f6978", "#97a1af"],
  ["--ink-300", "#c3c9d2", "#4b5563"],
  ["--ink-150", "#e7eaee", "#303844"],
  ["--ink-100", "#f0f2f5", "#272e39"],
  ["--ink-50", "#f7f8fa", "#1f2631"],
  ["--on-ink", "#ffffff", "#11161e"],
  ["--ink-hover", "#333d4d", "#cbd2db"],
  ["--ink-active", "#000000", "#ffffff"],
  ["--red-tint", "#fdf0ef", "#33201f"],
  ["--red-line", "#f0b9b5", "#6b3331"],
  ["--orange-tint", "#fef3e8", "#332414"],
  ["--orange-line", "#f2c8a0", "#6b4620"],
  ["--yellow-tint", "#fff8dc", "#302910"],
  ["--yellow-line", "#e8cf7a", "#665518"],
  ["--blue-tint", "#eef4fe", "#1a273c"],
  ["--blue-line", "#b8cff5", "#2c4a78"],
  ["--green-tint", "#ecf7f0", "#162c20"],
  ["--green-line", "#a9d8bc", "#275c3d"],
  ["--grey-tint", "#f3f4f6", "#272d36"],
  ["--grey-line", "#c5cbd3", "#48515e"],
  [
    "--float",
    "0 10px 32px rgba(20,28,43,.16), 0 0 0 1px rgba(20,28,43,.08)",
    "0 10px 32px rgba(0,0,0,.48), 0 0 0 1px rgba(255,255,255,.08)",
  ],
];

/** Type faces without any web font: Windows 7–11 and the Linux desktops in use have one of these. */
export const FACES =
  '"Microsoft YaHei UI","Microsoft YaHei","PingFang SC","HarmonyOS Sans SC","Source Han Sans SC","Noto Sans CJK SC","WenQuanYi Micro Hei",sans-serif';

const block = (selector: string, rows: readonly Row[], at: 1 | 2, more = ""): string =>
  `${selector}{${rows.map((row) => `${row[0]}:${row[at]}`).join(";")}${more}}`;

/**
 * The sheet of some tokens: light under `base`, dark under `darkWhen` (a selector or, with `@`, a media query around `base`).
 * The overlay gives `.fb` and `.fb[data-theme="dark"]`, a console page `:root` and `@media (prefers-color-scheme: dark)`.
 */
export function tokenCss(rows: readonly Row[], base: string, darkWhen: string): string {
  const night = darkWhen.startsWith("@") ? `${darkWhen}{${block(base, rows, 2)}}` : block(darkWhen, rows, 2);
  return `${block(base, rows, 1, `;--faces:${FACES}`)}${night}`;
}
