import { expect, test } from 'vitest';
import {
  buildHttp,
  buildHttps,
  exchange,
  foreignName,
  htmlPage,
  noAnswer,
} from '../../evidence/http-response/build.fixture.ts';
import { outcomeOf } from '../outcome.fixture.ts';
import { breach } from './breach.ts';

const token = '<input type="hidden" name="csrf_token" value="8c1f">';
const gzip: readonly [string, string] = ['Content-Encoding', 'gzip'];
const asked = (body: string, ...headers: readonly (readonly [string, string])[]) =>
  buildHttps([exchange('foreign-link', htmlPage(body, headers))]);

test.each([
  ['reflects, holds a token, compresses', asked(`<p>${foreignName}</p>${token}`, gzip), 'info inferred'],
  ['does not compress', asked(`<p>${foreignName}</p>${token}`), 'safe'],
  ['does not reflect', asked(token, gzip), 'safe'],
  ['holds no token', asked(`<p>${foreignName}</p>`, gzip), 'safe'],
  [
    'holds an empty token',
    asked(`<p>${foreignName}</p><input type=hidden name=csrf value="">`, gzip),
    'safe',
  ],
  ['only compresses', asked('<p>', gzip), 'safe'],
  ['is silent', buildHttps([exchange('foreign-link', noAnswer)]), 'undetermined: timeout'],
  ['was not asked', buildHttps(), 'undetermined: not-attempted'],
  ['is not encrypted', buildHttp(), 'not-applicable'],
])('a page that %s → %s', (_, evidence, outcome) => expect(outcomeOf(breach, evidence)).toBe(outcome));
