import { expect, test } from 'vitest';
import {
  buildHttp,
  buildHttps,
  exchange,
  htmlPage,
  httpResponse,
  noAnswer,
  notFound,
} from '../../../evidence/http-response/build.fixture.ts';
import { outcomeOf } from '../../outcome.fixture.ts';
import { securityTxtMissing } from './missing.ts';

const answering = (response: Parameters<typeof exchange>[1]) =>
  buildHttps([exchange('security-txt', response)]);
const text = (body: string) => httpResponse(200, [['Content-Type', 'text/plain; charset=utf-8']], body);

test.each([
  ['a contact', buildHttps(), 'safe'],
  ['a contact after a comment', answering(text('# hello\nCONTACT: mailto:a@example.jp\n')), 'safe'],
  ['plain HTTP', buildHttp(), 'not-applicable'],
  [
    'no page on the site either',
    buildHttps([exchange('root', notFound), exchange('security-txt', notFound)]),
    'not-applicable',
  ],
  ['silence', answering(noAnswer), 'undetermined: timeout'],
  ['a firewall', answering(httpResponse(403)), 'undetermined: blocked'],
  ['a broken server', answering(httpResponse(500)), 'undetermined: server-error'],
  [
    'a redirect',
    answering(httpResponse(301, [['Location', 'https://example.jp/']])),
    'undetermined: redirected',
  ],
  ['not found', answering(notFound), 'info verified'],
  ['a page for anything', answering(htmlPage('<p>Contact: us</p>')), 'info verified'],
  ['a file without a contact', answering(text('Expires: 2027-01-01T00:00:00Z')), 'info verified'],
])('%s → %s', (_, evidence, outcome) => {
  expect(outcomeOf(securityTxtMissing, evidence)).toBe(outcome);
});
