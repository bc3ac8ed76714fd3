// The stage of a journey: twin, real local worker on a store of its own, people, a browser with the built extension.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, startBrowser } from "../run/browser.ts";
import { makePeople, type People } from "../run/people.ts";
import { freePort, startWorker, type WorkerProcess } from "../run/processes.ts";
import { startTwin, type Twin } from "../twin/server.ts";

const SECRET = "journey-gateway-secret";

export interface Stage {
  readonly twin: Twin;
  worker: WorkerProcess;
  readonly people: People;
  readonly browser: Browser;
  /** Another browser on a fresh profile, as on another desk. */
  readonly another: () => Promise<Browser>;
  /** Starts the worker again on the same store and port. */
  readonly restart: () => Promise<void>;
  readonly end: () => Promise<void>;
}

/** Raises the stage; everything listens on this machine only and is ended by `end`. */
export async function raise(
  options: { width?: number; height?: number; keepPages?: boolean } = {},
): Promise<Stage> {
  const twin = await startTwin({ port: 0, gatewaySecret: SECRET });
  const state = mkdtempSync(join(tmpdir(), "first-button-state-"));
  const start = async (port: number): Promise<WorkerProcess> =>
    startWorker({
      port,
      state,
      vars: {
        SMS_URL: `${twin.url}/gateway/sms`,
        SMS_SECRET: SECRET,
        APPROVALS: "1",
        ROLLUP_SECONDS: "1",
      },
    });
  const browsers: Browser[] = [];
  const open = async (): Promise<Browser> => {
    const browser = await startBrowser({ headless: true, ...options });
    browsers.push(browser);
    return browser;
  };
  // A fresh browser needs seconds to know its policies and to make its store: they pass while the worker starts.
  const [browser, { worker, people }] = await Promise.all([
    open(),
    freePort()
      .then(start)
      .then(async (worker) => ({ worker, people: await makePeople(worker.url, await worker.code()) })),
  ]);
  const stage: Stage = {
    twin,
    worker,
    people,
    browser,
    another: open,
    restart: async () => {
      stage.worker = await start(stage.worker.port);
    },
    end: async () => {
      for (const browser of browsers) await browser.close().catch(() => {});
      await stage.worker.stop();
      await twin.close();
    },
  };
  return stage;
}
