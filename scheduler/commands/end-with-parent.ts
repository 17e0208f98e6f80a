/** Preloaded into every child: when the parent is gone, however it went, the child ends as if it was told to. */
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
