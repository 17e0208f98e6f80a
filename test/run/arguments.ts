export const usage = 'usage: pnpm test [PATH…] [-t NAME] [--project unit|integration]';

/** What vitest is to run: files whose path contains one of `paths`, tests whose name matches `name`. */
export interface Selection {
  readonly paths: readonly string[];
  readonly name?: string;
  readonly project?: string;
}

const projects = ['unit', 'integration'];

export function parseArguments(args: readonly string[]): Selection | { readonly error: string } {
  const paths: string[] = [];
  const options: { name?: string; project?: string } = {};
  const rest = [...args];
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    if (argument === '--') continue; // pnpm hands it on
    if (argument === '-t' || argument === '--project') {
      const value = rest.shift();
      if (value === undefined) return { error: `${argument} needs a value.` };
      if (argument === '-t') options.name = value;
      else if (projects.includes(value)) options.project = value;
      else return { error: `There is no project ${JSON.stringify(value)}.` };
    } else if (argument.startsWith('-')) {
      return { error: `Unknown option ${JSON.stringify(argument)}.` };
    } else {
      paths.push(argument);
    }
  }
  return { paths, ...options };
}
