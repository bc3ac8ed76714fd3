// Lets out what goes to the gateways that the deployment's settings name; every other address is refused, with a line in the log.

interface Bindings {
  /** Addresses, with spaces or commas between; what counts of each is scheme, host and port. */
  readonly EGRESS?: string;
}

const originOf = (address: string): string | undefined => {
  try {
    return new URL(address).origin;
  } catch {
    return undefined;
  }
};

export default {
  async fetch(request: Request, env: Bindings): Promise<Response> {
    const origin = originOf(request.url);
    const allowed = (env.EGRESS ?? "").split(/[\s,]+/).map(originOf);
    if (origin !== undefined && allowed.includes(origin)) return fetch(request);
    console.error(JSON.stringify({ level: "error", event: "egress-refused", to: origin }));
    return new Response("this address is none of the deployment's gateways", { status: 403 });
  },
};
