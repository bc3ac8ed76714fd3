// A real sign-on provider (OpenID Connect) on this machine for the time of the tests; it runs in Node, beside the worker.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Issuer that puts the account into the identity token. */
    readonly oidc: string;
    /** Issuer that tells the account only when asked with the access token. */
    readonly oidcAsked: string;
  }
}

const BACK = "https://worker.test/v1/sign-on/back";

async function start(inToken: boolean): Promise<{ issuer: string; stop: () => void }> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: "first-button",
        token_endpoint_auth_method: "none",
        redirect_uris: [BACK],
        response_types: ["code"],
        grant_types: ["authorization_code"],
      },
      {
        client_id: "with-secret",
        client_secret: "a secret: of/the bureau",
        redirect_uris: [BACK],
        response_types: ["code"],
        grant_types: ["authorization_code"],
      },
    ],
    pkce: { required: () => true },
    cookies: { keys: ["invented for the tests"] },
    claims: { openid: ["sub"], profile: ["preferred_username"] },
    conformIdTokenClaims: !inToken,
    features: { devInteractions: { enabled: true } },
    findAccount: (_: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, preferred_username: id }),
    }),
  });
  server.on("request", provider.callback());
  return { issuer, stop: () => server.close() };
}

export default async function setup(project: TestProject): Promise<() => void> {
  // The provider warns at length that its settings are those of a test.
  const { warn, info } = console;
  console.warn = console.info = () => undefined;
  const [first, second] = [await start(true), await start(false)];
  Object.assign(console, { warn, info });
  project.provide("oidc", first.issuer);
  project.provide("oidcAsked", second.issuer);
  return () => {
    first.stop();
    second.stop();
  };
}
