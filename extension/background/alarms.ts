// One browser alarm for the earliest of many jobs: a judgement that changes, a retry, a renewal.

const NAME = "next";

/** A browser holds an alarm back for up to half a minute; this near to the instant (ms) the background's own timer is exact. */
const NEAR = 60_000;

const jobs = new Map<string, number>();
let timer: ReturnType<typeof setTimeout> | undefined;
/** Runs what is due. */
let ring = (): void => undefined;

const arm = (): void => {
  clearTimeout(timer);
  const at = Math.min(...jobs.values());
  if (jobs.size === 0) return void chrome.alarms.clear(NAME);
  const when = Math.max(at, Date.now() + 500);
  void chrome.alarms.create(NAME, { when });
  if (when - Date.now() < NEAR) timer = setTimeout(() => ring(), when - Date.now());
};

/** Sets when a job is due (ms); `undefined` takes it off the list. */
export function due(job: string, at: number | undefined): void {
  if (at === undefined) jobs.delete(job);
  else jobs.set(job, at);
  arm();
}

/** When the next job is due (ms). */
export const nextAlarm = (): number | undefined => (jobs.size === 0 ? undefined : Math.min(...jobs.values()));

/** Calls the jobs that are due whenever the alarm rings; a job that wants to run again says so by `due`. */
export function listen(run: Readonly<Record<string, () => void>>): void {
  ring = () => {
    const now = Date.now() + 250;
    // After a restart of the background the list is empty: everything is due, and each job sets itself anew.
    const ready =
      jobs.size === 0 ? Object.keys(run) : [...jobs].filter(([, at]) => at <= now).map(([job]) => job);
    for (const job of ready) jobs.delete(job);
    for (const job of ready) run[job]?.();
    arm();
  };
  chrome.alarms.onAlarm.addListener(({ name }) => {
    if (name === NAME) ring();
  });
}
