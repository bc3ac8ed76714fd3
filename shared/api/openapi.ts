// The contract as an OpenAPI 3.1 description, generated: what stands in the contract stands there, and nothing else.
import { toJsonSchema } from "@valibot/to-json-schema";
import { CODES } from "../facts/errors.ts";
import { eventJsonSchema } from "../intake/json-schema.ts";
import { INTAKE_KINDS } from "../intake/kinds.ts";
import { SIGNATURE_WINDOW } from "../intake/sign.ts";
import { contract, RefusalBody, type RouteId } from "./contract.ts";
import type { Route, Schema } from "./route.ts";

type Json = Readonly<Record<string, unknown>>;

/** What a schema demands beyond JSON Schema is left out of the description; the worker checks it all the same. */
function schemaOf(schema: Schema): Json {
  const { $schema: _, ...described } = toJsonSchema(schema as Parameters<typeof toJsonSchema>[0], {
    target: "draft-2020-12",
    errorMode: "ignore",
  });
  return described as Json;
}

const json = (schema: Json): Json => ({ "application/json": { schema } });

const SIGNED = `签名:x-signature 为 HMAC-SHA-256(密钥, x-timestamp + "." + 请求原文) 的 64 位十六进制;密钥是 64 位十六进制所写的 32 字节,x-timestamp 是毫秒数,与服务器相差不超过 ${SIGNATURE_WINDOW / 60_000} 分钟。不能设置请求头的,可以写在地址的 timestamp 和 signature 参数里。同一事件编号、同一内容再次发送只收一次;同一编号而内容不同的拒收(conflict)。一批里有一条不对就整批不收,rows 里逐条写明。`;

function parametersOf({ path, query }: Route): Json[] {
  const named = [...path.matchAll(/:([a-zA-Z]+)/g)].map(([, name = ""]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  if (query === undefined) return named;
  const { properties = {}, required = [] } = schemaOf(query) as {
    properties?: Readonly<Record<string, Json>>;
    required?: readonly string[];
  };
  const asked = Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema,
  }));
  return [...named, ...asked];
}

function operationOf(id: RouteId, route: Route): Json {
  const parameters = parametersOf(route);
  const open = route.roles === "anyone";
  return {
    operationId: id,
    summary: route.say,
    description: route.signed === true ? SIGNED : open ? "不需要登录" : `角色:${route.roles.join("、")}`,
    ...(route.signed === true
      ? { security: [{ signature: [], timestamp: [] }] }
      : open
        ? { security: [] }
        : {}),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(route.body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: json(route.signed === true ? EVENTS : schemaOf(route.body)),
          },
        }),
    responses: {
      "200": { description: "成功", content: json(schemaOf(route.reply)) },
      default: {
        description: "拒绝:一个代码和一句话",
        content: json({ $ref: "#/components/schemas/Refusal" }),
      },
    },
  };
}

const EVENTS: Json = {
  oneOf: INTAKE_KINDS.map(({ id }) => ({
    type: "object",
    properties: {
      events: {
        type: "array",
        minItems: 1,
        maxItems: 500,
        items: { $ref: `#/components/schemas/event-${id}` },
      },
    },
    required: ["events"],
    additionalProperties: false,
  })),
};

/** The whole description; `now` (ms) dates the examples, `server` is the address it was asked at. */
export function openapiOf(server: string, now: number): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const id of Object.keys(contract) as RouteId[]) {
    const route: Route = contract[id];
    const path = route.path.replace(/:([a-zA-Z]+)/g, "{$1}");
    const at = (paths[path] ??= {});
    at[route.method.toLowerCase()] = operationOf(id, route);
  }
  const refusal = schemaOf(RefusalBody) as { properties: Readonly<Record<string, Json>> };
  return {
    openapi: "3.1.0",
    info: {
      title: "第一粒扣 First Button",
      version: "1",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: server }],
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" },
        signature: { type: "apiKey", in: "header", name: "x-signature" },
        timestamp: { type: "apiKey", in: "header", name: "x-timestamp" },
      },
      schemas: {
        Refusal: {
          ...refusal,
          properties: { ...refusal.properties, code: { type: "string", enum: Object.keys(CODES) } },
        },
        ...Object.fromEntries(INTAKE_KINDS.map((kind) => [`event-${kind.id}`, eventJsonSchema(kind, now)])),
      },
    },
  };
}
