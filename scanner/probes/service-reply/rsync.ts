import type { Facts, Protocol, Question } from './protocol.ts';

const version = '@RSYNCD: 31.0\n';
const mostModules = 64;

/** https://github.com/RsyncProject/rsync/blob/master/csprotocol.txt : the list of modules, as `rsync host::` shows it. */
export const rsync: Protocol = {
  name: 'rsync',
  transport: 'tcp',
  ports: [873],
  services: ['rsync'],
  questions: [
    {
      asked: 'list',
      say: Buffer.from(`${version}#list\n`),
      isWhole: (bytes) => /\n@RSYNCD: EXIT\n/.test(bytes.toString('latin1')),
      read: (bytes) => {
        const text = bytes.toString('utf8');
        if (!/^@RSYNCD: \d/.test(text)) return undefined;
        const names = text
          .split('\n')
          .slice(1)
          .flatMap((line) => /^([\x21-\x7e]{1,60}?)[ \t]*\t/.exec(line)?.[1] ?? []);
        return { modules: names.slice(0, mostModules).join(' '), count: String(names.length) };
      },
    },
  ],
  follow: ({ modules = '' }) => modules.split(' ').filter(Boolean).map(opening),
};

/** Whether a module opens without a password: the server says OK or asks who one is, and the connection ends. */
function opening(module: string): Question {
  return {
    asked: `module ${module}`.slice(0, 64),
    say: Buffer.from(`${version}${module}\n`),
    isWhole: (bytes) => answerIn(bytes) !== undefined,
    read: (bytes): Facts | undefined => {
      const answer = answerIn(bytes);
      return answer === undefined ? undefined : { access: answer };
    },
  };
}

function answerIn(bytes: Buffer): string | undefined {
  const answer = /^@RSYNCD: \d[^\n]*\n(?:[^@][^\n]*\n|\n)*(@RSYNCD: (?:OK|AUTHREQD|EXIT)|@ERROR)/.exec(
    bytes.toString('latin1'),
  )?.[1];
  if (answer === undefined) return undefined;
  if (answer.endsWith('OK')) return 'open';
  return answer.endsWith('AUTHREQD') ? 'password' : 'denied';
}
