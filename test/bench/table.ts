import type { Benchmark } from './benchmark.ts';

/** The same numbers for a reader: one line a metric, columns aligned. */
export function tableOf(benchmarks: readonly Benchmark[]): string {
  const rows = benchmarks.flatMap(({ name, metrics }) =>
    metrics.map((metric) => [
      name,
      metric.name,
      `${metric.value} ${metric.unit}`,
      metric.goal ?? '',
      metric.met === null ? '' : metric.met ? 'met' : 'MISSED',
      metric.peer === null ? '' : `${metric.peer.name}: ${metric.peer.value} ${metric.unit}`,
    ]),
  );
  const all = [['benchmark', 'metric', 'value', 'goal', '', 'peer'], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
