// What a run of Vitest met outside of any test, written down so that it can be told again at the end.
import { writeFileSync } from "node:fs";

/** A reporter of Vitest: its own lists of tests name no error that a timer threw after its test, or a worker that died. */
export default class Stray {
  onTestRunEnd(_modules, errors) {
    const file = process.env.FIRST_BUTTON_STRAY;
    if (file === undefined || errors.length === 0) return;
    const told = errors.map(({ name, message, stack, VITEST_TEST_PATH: at }) => ({
      name,
      message,
      stack,
      at,
    }));
    writeFileSync(file, JSON.stringify(told));
  }
}
