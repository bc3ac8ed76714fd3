// The check boxes of the roles that somebody has in a unit.
import type { VNode } from "preact";
import { ROLES, type Role } from "../../../shared/api/route.ts";
import { ROLE, ROLE_HINT } from "../../words/console.ts";

interface Props {
  readonly label: string;
  readonly roles: readonly Role[];
  readonly onRoles: (roles: readonly Role[]) => void;
  /** How to mend it. */
  readonly error?: string | undefined;
}

export function RoleChecks({ label, roles, onRoles, error }: Props): VNode {
  return (
    <fieldset class="checks">
      <legend>{label}</legend>
      {ROLES.map((role) => (
        <label class="check" key={role}>
          <input
            type="checkbox"
            value={role}
            checked={roles.includes(role)}
            onChange={({ currentTarget }) =>
              onRoles(currentTarget.checked ? [...roles, role] : roles.filter((one) => one !== role))
            }
          />
          <span>
            {ROLE[role]} <span class="sub">{ROLE_HINT[role]}</span>
          </span>
        </label>
      ))}
      {error === undefined ? null : <p class="mend">{error}</p>}
    </fieldset>
  );
}
