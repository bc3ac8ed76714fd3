// Which HTTP status a refusal's code is answered with.
import type { Code } from "../shared/facts/errors.ts";

const STATUS = {
  "bad-json": 400,
  "bad-shape": 400,
  "too-large": 413,
  "unknown-field": 422,
  "bad-value": 422,
  "bad-time": 422,
  "unsigned-pack": 422,
  "bad-signature": 422,
  "older-pack": 409,
  "bad-rule": 422,
  "examples-failed": 422,
  "bad-layer": 422,
  "loosens-red-line": 422,
  "no-articles": 422,
  "doubled-article": 422,
  "no-title": 422,
  "no-edition": 422,
  "bad-encoding": 422,
  "not-signed-in": 401,
  "bad-credentials": 401,
  locked: 429,
  "bad-code": 403,
  "not-allowed": 403,
  "outside-unit": 403,
  "not-found": 404,
  conflict: 409,
  "sequence-gap": 409,
  "local-field": 422,
  "author-cannot-approve": 403,
  busy: 503,
  "ledger-damaged": 503,
  internal: 500,
} as const satisfies Record<Code, number>;

/** The status for a code: 400 form, 401 who, 403 may not, 409 conflict, 413 size, 422 content, 429/503 later. */
export const statusOf = (code: Code): (typeof STATUS)[Code] => STATUS[code];
