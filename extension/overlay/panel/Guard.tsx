// Keeps a fault in drawing to the panel: it says that it stopped, can be closed or drawn anew, and the page works on.
import { Component, type ComponentChildren, type VNode } from "preact";
import { words } from "../../words/panel.ts";
import { Stopped } from "./Blank.tsx";

interface Props {
  readonly children: ComponentChildren;
  /** Reads the page again; what is found is drawn anew. */
  readonly again: () => void;
  readonly close: () => void;
}

export class Guard extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static override getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override componentDidCatch(cause: unknown): void {
    console.error("the panel could not be drawn", cause);
  }

  override render({ children, again, close }: Props): VNode {
    if (!this.state.broken) return <>{children}</>;
    const anew = (): void => {
      this.setState({ broken: false });
      again();
    };
    return (
      <Stopped again={anew}>
        <button type="button" class="text" onClick={close}>
          {words.head.close}
        </button>
      </Stopped>
    );
  }
}
