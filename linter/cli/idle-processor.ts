// Whether the machine has a processor to spare for a second thread.
import { availableParallelism, loadavg } from "node:os";

/**
 * Whether a second thread would run beside the first, and not only take turns with it, given how many processors there
 * are and how many programs wanted one during the last minute. Windows does not tell the latter and counts as idle.
 */
export function hasIdleProcessor(processors = availableParallelism(), wanted = loadavg()[0] ?? 0): boolean {
  return processors > 1 && wanted < processors * 1.5;
}
