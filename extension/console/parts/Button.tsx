// A button in its three ranks, with its busy state.
import type { ComponentChildren, VNode } from "preact";
import { Icon } from "./Icon.tsx";

interface Props {
  readonly children: ComponentChildren;
  readonly rank?: "primary" | "secondary" | "text";
  readonly icon?: Parameters<typeof Icon>[0]["name"];
  /** Word shown with the spinner while it works. */
  readonly busy?: string | false | undefined;
  readonly disabled?: boolean | undefined;
  /** Why it is disabled; stands beside it and is read with it. */
  readonly why?: string | undefined;
  readonly submit?: boolean;
  readonly small?: boolean;
  readonly label?: string;
  readonly onClick?: () => void;
}

export function Button({ rank = "secondary", ...props }: Props): VNode {
  const { busy, icon, why } = props;
  return (
    <span class="button-with-why">
      <button
        type={props.submit === true ? "submit" : "button"}
        class={`button ${rank}${props.small === true ? " small" : ""}`}
        disabled={props.disabled === true || typeof busy === "string"}
        aria-busy={typeof busy === "string"}
        aria-label={props.label}
        onClick={() => props.onClick?.()}
      >
        {typeof busy === "string" ? (
          <span class="spin">
            <Icon name="loader" size={14} />
          </span>
        ) : icon === undefined ? null : (
          <Icon name={icon} size={14} />
        )}
        {typeof busy === "string" ? busy : props.children}
      </button>
      {props.disabled === true && why !== undefined ? <span class="why">{why}</span> : null}
    </span>
  );
}
