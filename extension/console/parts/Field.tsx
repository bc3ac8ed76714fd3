// A form field: label above, control, and either how to mend it or a hint.
import type { VNode } from "preact";
import { useId } from "preact/hooks";
import { Shape } from "../../look/Draw.tsx";

export interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly hint?: string | undefined;
  /** How to mend it; red shape and line. */
  readonly error?: string | undefined;
  readonly type?: "text" | "password";
  readonly placeholder?: string;
  readonly autocomplete?: "off" | "username" | "current-password" | "new-password";
  readonly disabled?: boolean;
  readonly lines?: number;
  readonly name?: string;
  /** The label is read, not shown. */
  readonly bare?: boolean;
}

export function Field(props: FieldProps): VNode {
  const id = useId();
  const note = props.error ?? props.hint;
  const shared = {
    id,
    ...(props.name === undefined ? {} : { name: props.name }),
    value: props.value,
    placeholder: props.placeholder ?? "",
    disabled: props.disabled === true,
    spellcheck: false,
    "aria-invalid": props.error !== undefined,
    ...(note === undefined ? {} : { "aria-describedby": `${id}-note` }),
  };
  const typed = (event: { currentTarget: { value: string } }): void =>
    props.onValue(event.currentTarget.value);
  return (
    <div class={`field${props.error === undefined ? "" : " wrong"}`}>
      <label for={id} class={props.bare === true ? "unseen" : undefined}>
        {props.label}
      </label>
      {props.lines !== undefined ? (
        <textarea {...shared} rows={props.lines} onInput={typed} />
      ) : props.type === "password" ? (
        <input {...shared} type="password" autocomplete={props.autocomplete ?? "off"} onInput={typed} />
      ) : (
        <input {...shared} type="text" autocomplete={props.autocomplete ?? "off"} onInput={typed} />
      )}
      {note === undefined ? null : (
        <p id={`${id}-note`} class={props.error === undefined ? "hint" : "mend"}>
          {props.error === undefined ? null : <Shape colour="red" size={14} />}
          <span>{note}</span>
        </p>
      )}
    </div>
  );
}
