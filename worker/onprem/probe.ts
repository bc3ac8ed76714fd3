// Asks the running service how it is, over its local socket; the runtime runs it as a test, so that no other program is needed.

interface Bindings {
  readonly SERVICE: { fetch(address: string, init?: RequestInit): Promise<Response> };
  /** How long it may take to answer (ms). */
  readonly PATIENCE?: string;
}

export default {
  async test(_: unknown, { SERVICE, PATIENCE }: Bindings): Promise<void> {
    for (const end = Date.now() + Number(PATIENCE ?? "0"); ; ) {
      try {
        // A process that hangs takes the connection and never answers.
        const left = Math.max(end - Date.now(), 1);
        const reply = await SERVICE.fetch("http://service/v1/health", { signal: AbortSignal.timeout(left) });
        console.log(await reply.text());
        if (reply.ok || reply.status === 503) return;
      } catch (error) {
        if (Date.now() > end) throw error;
      }
      if (Date.now() > end) throw new Error("the service does not answer");
      await new Promise((done) => setTimeout(done, 100));
    }
  },
};
