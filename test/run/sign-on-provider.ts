// A real sign-on provider (OpenID Connect) on this machine, as a bureau has one: its own pages, its own accounts, PKCE demanded.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

export interface SignOnProvider {
  readonly issuer: string;
  readonly client: string;
  readonly stop: () => Promise<void>;
}

/** Starts it for one client that comes back to `back`. Whoever types an account is that account: it checks no passwords. */
export async function startSignOnProvider(back: string): Promise<SignOnProvider> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = "first-button";
  // The provider warns at length that its settings are those of a test.
  const { warn, info } = console;
  console.warn = console.info = () => undefined;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client,
        token_endpoint_auth_method: "none",
        redirect_uris: [back],
        response_types: ["code"],
        grant_types: ["authorization_code"],
      },
    ],
    pkce: { required: () => true },
    cookies: { keys: ["invented for the journeys"] },
    claims: { openid: ["sub"], profile: ["preferred_username"] },
    features: { devInteractions: { enabled: true } },
    findAccount: (_: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, preferred_username: id }),
    }),
  });
  Object.assign(console, { warn, info });
  server.on("request", provider.callback());
  return {
    issuer,
    client,
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
