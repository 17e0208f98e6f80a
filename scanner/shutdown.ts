/** Whatever still runs then is cut off. */
const longestMs = 1800;

/** Aborts at SIGTERM or SIGINT; the process ends within two seconds, at once when asked again. */
export function shutdownSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) process.exit(1);
    controller.abort(new Error('the node is shutting down'));
    setTimeout(() => process.exit(0), longestMs).unref();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  return controller.signal;
}
