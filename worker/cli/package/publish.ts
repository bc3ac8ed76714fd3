// Hands a packed extension to the unit's service, which serves it to the browsers of a closed network.
import { RELEASE_PATHS } from "../../../shared/crx/update-manifest.ts";
import { Stop } from "../stop.ts";

/** Name under which a publishing signs in: no browser has it. */
const DEVICE = "package-tool";

async function answerOf(what: string, asked: Promise<Response>): Promise<Record<string, unknown>> {
  let response: Response;
  try {
    response = await asked;
  } catch (cause) {
    throw new Stop(`${what}没有完成：连不上服务，请检查 --server 的地址`, cause);
  }
  const body = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  if (!response.ok) throw new Stop(`${what}没有完成：${String(body["message"] ?? response.status)}`);
  return body;
}

/**
 * Signs in as the administrator named by FIRST_BUTTON_ACCOUNT and FIRST_BUTTON_PASSWORD, sends the package, signs out;
 * answers the line that says what is served now.
 */
export async function publish(server: string, crx: Uint8Array): Promise<string> {
  const [account, password] = [process.env["FIRST_BUTTON_ACCOUNT"], process.env["FIRST_BUTTON_PASSWORD"]];
  if (account === undefined || password === undefined)
    throw new Stop("发布要用管理员登录：请设置环境变量 FIRST_BUTTON_ACCOUNT 和 FIRST_BUTTON_PASSWORD");
  const post = (
    path: string,
    body: NonNullable<RequestInit["body"]>,
    type: string,
    token?: string,
  ): Promise<Response> =>
    fetch(`${server}${path}`, {
      method: "POST",
      headers: {
        "content-type": type,
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body,
    });
  const json = "application/json";
  const signed = await answerOf(
    "登录",
    post("/v1/sign-in", JSON.stringify({ account, password, device: DEVICE }), json),
  );
  const token = String(signed["token"]);
  try {
    const taken = await answerOf(
      "发布",
      post(RELEASE_PATHS.publish, new Uint8Array(crx), "application/x-chrome-extension", token),
    );
    return `已发布 ${String(taken["version"])}：浏览器从 ${server}${RELEASE_PATHS.update} 更新`;
  } finally {
    await post("/v1/sign-out", "{}", json, token).catch(() => undefined);
  }
}
