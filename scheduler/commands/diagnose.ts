import { EnkakuError } from '@enkaku/shared/model/error.ts';
import { diagnose } from '../diagnose/diagnose.ts';
import { parseOptions } from '../diagnose/options.ts';
import { summaryOf } from '../diagnose/summary.ts';

const exitCodes = { finished: 0, failed: 1, refused: 2, undetermined: 3 } as const;

async function main(): Promise<number> {
  try {
    const options = parseOptions(process.argv.slice(2));
    const { report, gathered } = await diagnose(options, (line) => process.stderr.write(`${line}\n`));
    if (options.outDir !== null) {
      // Fonts, PDF and spreadsheets are loaded only by those who ask for files.
      const { writeReport } = await import('../diagnose/write-report.ts');
      await writeReport(options.outDir, report, gathered);
    }
    process.stdout.write(
      options.output === 'json' ? `${JSON.stringify(report, null, 2)}\n` : summaryOf(report),
    );
    return report.undetermined.length > 0 ? exitCodes.undetermined : exitCodes.finished;
  } catch (error) {
    const refused = error instanceof EnkakuError && error.code === 'refused';
    process.stderr.write(`diagnose: ${sentenceOf(error).split('\n')[0]}\n`);
    return refused ? exitCodes.refused : exitCodes.failed;
  }
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof EnkakuError)) return error instanceof Error ? error.message : String(error);
  const { ja, en } = error.text;
  return ja === en ? en : `${ja} / ${en}`;
}

process.exitCode = await main();
