// One line at the bottom that says what was done; five seconds, longer while it is looked at.
import { type ComponentChildren, createContext, type VNode } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import { Icon } from "./Icon.tsx";

const SHOWN = 5_000;

const ToastContext = createContext<(text: string, more?: string) => void>(() => undefined);

/** Says in one line that something was done. */
export const useToast = (): ((text: string, more?: string) => void) => useContext(ToastContext);

export function ToastPlace({ children }: { children: ComponentChildren }): VNode {
  const [said, setSaid] = useState<{ text: string; more?: string }>();
  const [looked, setLooked] = useState(false);
  useEffect(() => {
    if (said === undefined || looked) return;
    const timer = setTimeout(() => setSaid(undefined), SHOWN);
    return () => clearTimeout(timer);
  }, [said, looked]);
  return (
    <ToastContext.Provider value={(text, more) => setSaid(more === undefined ? { text } : { text, more })}>
      {children}
      <div
        class="toast-place"
        role="status"
        onMouseEnter={() => setLooked(true)}
        onMouseLeave={() => setLooked(false)}
      >
        {said === undefined ? null : (
          <div class="toast">
            <Icon name="check" />
            <div>
              <strong>{said.text}</strong>
              {said.more === undefined ? null : <p>{said.more}</p>}
            </div>
          </div>
        )}
      </div>
    </ToastContext.Provider>
  );
}
