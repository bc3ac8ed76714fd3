// Whether the browser lets us read the platforms that the package names: Firefox, and a Chromium set so, ask the person first.

/** The platforms of this package, as match patterns. */
const named = (): readonly string[] => chrome.runtime.getManifest?.().host_permissions ?? [];

/** The patterns that the browser does not yet let us read; none where it cannot be asked. */
export async function missingHosts(): Promise<readonly string[]> {
  if (chrome.permissions === undefined) return [];
  const patterns = named();
  const open = await Promise.all(
    patterns.map((origin) => chrome.permissions.contains({ origins: [origin] }).catch(() => true)),
  );
  return patterns.filter((_, i) => open[i] === false);
}

/** Asks the person, by the browser's own question; only on a press of theirs. False when they said no. */
export const askForHosts = (patterns: readonly string[]): Promise<boolean> =>
  chrome.permissions.request({ origins: [...patterns] }).catch(() => false);
