// The description of the interface for those who build systems that send to it; anybody may read it.
import type { Context } from "hono";
import { openapiOf } from "../../shared/api/openapi.ts";
import type { Env } from "../env.ts";

/** The OpenAPI description, its server being the address by which this request came, or the deployment's own. */
export const describeInterface = (c: Context<{ Bindings: Env }>): Response =>
  c.json(openapiOf((c.env.PUBLIC_URL ?? new URL(c.req.url).origin).replace(/\/+$/, ""), Date.now()));
