import { expect, test } from 'vitest';
import { dnsAnswer, question, record } from '../../../evidence/dns-answers/build.fixture.ts';
import { buildHostDns } from '../../../evidence/host-dns/build.fixture.ts';
import { buildWebFiles, fileAt, htmlFile } from '../../../evidence/web-files/build.fixture.ts';
import { type Observed, unknown } from '../../../model/observed.ts';
import { outcomeOf } from '../../outcome.fixture.ts';
import { danglingCname } from './dangling-cname.ts';

const name = 'www.city.example.jp';
const nameDoesNotExist = 3;

/** The name is an alias of `target`, and that ends so. */
const alias = (target: string, rcode = 0) => dnsAnswer({ rcode, answers: [record(name, 'CNAME', target)] });
const address = dnsAnswer({ answers: [record(name, 'A', '192.0.2.1')] });

function judged(
  answer: ReturnType<typeof dnsAnswer> | Observed<never>,
  body = '<title>市</title>',
  asked = name,
  endpoint: { name?: string | null } = {},
) {
  const files = buildWebFiles([fileAt('root', '/', htmlFile(body, [], 404))], {}, endpoint);
  const dns = buildHostDns([question('name-address', answer, { name: asked, type: 'A' })]);
  return outcomeOf(danglingCname, files, dns);
}

test.each<[string, Parameters<typeof judged>, string]>([
  ['an address, no alias', [address], 'not-applicable'],
  ['no such name, no alias', [dnsAnswer({ rcode: nameDoesNotExist })], 'not-applicable'],
  ['an alias that leads somewhere', [alias('city.github.io.')], 'safe'],
  ['an alias to nothing', [alias('old.azurewebsites.net.', nameDoesNotExist)], 'high verified'],
  ['an alias whose server failed', [alias('old.azurewebsites.net.', 2)], 'undetermined: rcode-2'],
  ['silence of the resolver', [unknown('timeout')], 'undetermined: timeout'],
  ['another name was asked about', [address, '', 'other.example.jp'], 'undetermined: not-attempted'],
  ['looked at without a name', [address, '', name, { name: null }], 'not-applicable'],
  [
    'a service that knows nobody of the name',
    [alias('city.github.io.'), "There isn't a GitHub Pages site here."],
    'high inferred',
  ],
  [
    'the words of one service, the alias of another',
    [alias('city.netlify.app.'), "There isn't a GitHub Pages site here."],
    'safe',
  ],
  [
    'a name that only looks like the service’s',
    [alias('github.io.example.jp.'), "There isn't a GitHub Pages site here."],
    'safe',
  ],
])('%s → %s', (_, given, outcome) => {
  expect(judged(...given)).toBe(outcome);
});
