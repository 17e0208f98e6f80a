/** Aborts at SIGTERM or SIGINT; asked a second time, the process ends at once. */
export function shutdownSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = () => (controller.signal.aborted ? process.exit(1) : controller.abort());
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  return controller.signal;
}
