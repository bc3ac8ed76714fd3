// Cross-origin rule: pages of the web get no access, only extensions do.
import { cors } from "hono/cors";

/** Whether an Origin header is an extension's. */
export const isExtension = (origin: string): boolean =>
  /^(chrome-extension:\/\/[a-p]{32}|moz-extension:\/\/[0-9a-f-]{36})$/.test(origin);

export const crossOrigin = cors({
  origin: (origin) => (isExtension(origin) ? origin : null),
  allowMethods: ["GET", "POST"],
  allowHeaders: ["authorization", "content-type"],
  exposeHeaders: ["retry-after"],
  maxAge: 600,
});
