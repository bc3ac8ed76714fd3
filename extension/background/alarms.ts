// One browser alarm for the earliest of many jobs: a judgement that changes, a retry, a renewal.

const NAME = "next";

const jobs = new Map<string, number>();

const arm = (): void => {
  const at = Math.min(...jobs.values());
  if (jobs.size === 0) void chrome.alarms.clear(NAME);
  else void chrome.alarms.create(NAME, { when: Math.max(at, Date.now() + 500) });
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
  chrome.alarms.onAlarm.addListener(({ name }) => {
    if (name !== NAME) return;
    const now = Date.now() + 250;
    // After a restart of the background the list is empty: everything is due, and each job sets itself anew.
    const ready =
      jobs.size === 0 ? Object.keys(run) : [...jobs].filter(([, at]) => at <= now).map(([job]) => job);
    for (const job of ready) jobs.delete(job);
    for (const job of ready) run[job]?.();
    arm();
  });
}
