// The enterprise policy that force-installs the extension and hands it its settings, as a file for Chromium's policy folder.

export interface PolicyInput {
  readonly id: string;
  /** Address of the update manifest. */
  readonly updates: string;
  readonly hosts: readonly string[];
  /** Address of the unit's service, when it is known. */
  readonly server?: string | undefined;
  /** Public key of the rule packs, hex. */
  readonly packKey?: string | undefined;
  /** Whose PCs these are. */
  readonly unit?: string | undefined;
}

/** The policy as JSON; on Windows the same names are values of the registry. */
export const policyOf = ({ id, updates, ...settings }: PolicyInput): string =>
  `${JSON.stringify(
    {
      ExtensionSettings: {
        [id]: { installation_mode: "force_installed", update_url: updates, toolbar_pin: "force_pinned" },
      },
      "3rdparty": {
        // What was not said is left out by JSON.
        extensions: { [id]: settings },
      },
    },
    null,
    2,
  )}\n`;
