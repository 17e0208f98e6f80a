import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  buildHttp,
  buildHttps,
  exchange,
  htmlPage,
  pageWith,
} from '../../evidence/http-response/build.fixture.ts';
import { outcomeOf } from '../outcome.fixture.ts';
import { mixedContent } from './mixed-content.ts';
import { maybeSameSite } from './same-site.ts';
import { sriMissing } from './sri/missing.ts';
import { subresourcesOf } from './subresources.ts';

const page = (body: string, ...headers: readonly (readonly [string, string])[]) =>
  buildHttps([exchange('root', htmlPage(body, headers))]);
const integrity = 'integrity="sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC"';

test.each([
  ['<script src="https://cdn.example/a.js"></script>', 'low verified'],
  ['<SCRIPT SRC=//cdn.example/a.js></SCRIPT>', 'low verified'],
  ['<script src="https://cdn.example/a.js" integrity="later"></script>', 'low verified'],
  ['<base href="https://cdn.example/"><script src="a.js"></script>', 'low verified'],
  [`<script src="https://cdn.example/a.js" ${integrity}></script>`, 'safe'],
  ['<script src="/a.js"></script>', 'not-applicable'],
  ['<script src="https://static.example.jp/a.js"></script>', 'not-applicable'],
  ['<script>load("https://cdn.example/a.js")</script>', 'not-applicable'],
  ['<!-- <script src="https://cdn.example/a.js"></script> -->', 'not-applicable'],
  ['<template><script src="https://cdn.example/a.js"></script></template>', 'not-applicable'],
  ['<script src="data:text/javascript,1"></script>', 'not-applicable'],
  ['<link rel=stylesheet href="https://cdn.example/a.css">', 'not-applicable'],
])('sri: %s → %s', (body, outcome) => expect(outcomeOf(sriMissing, page(body))).toBe(outcome));

test.each([
  ['a.city.example.lg.jp', 'b.city.example.lg.jp', true],
  ['www.a.co.jp', 'www.b.co.jp', false],
  ['www.a.lg.jp', 'www.b.lg.jp', false],
  ['cdn.example', 'www.city.lg.jp', false],
  ['city.example.jp', 'town.example.jp', true],
])('%s and %s → the same site: %s', (a, b, same) => expect(maybeSameSite(a, b)).toBe(same));

test.each([
  ['<script src="http://a.example/a.js"></script>', 'medium verified'],
  ['<link rel="stylesheet" href="http://a.example/a.css">', 'medium verified'],
  ['<iframe src="http://a.example/"></iframe>', 'medium verified'],
  ['<img src="http://a.example/a.png"><script src="http://a.example/a.js"></script>', 'medium verified'],
  ['<img src="http://a.example/a.png">', 'low verified'],
  ['<a href="http://a.example/">', 'safe'],
  ['<link rel=canonical href="http://www.city.example.jp/">', 'safe'],
  ['<link rel="alternate stylesheet" href="http://a.example/a.css">', 'safe'],
  ['<img src="//a.example/a.png"><img src="/a.png">', 'safe'],
  ['<script src="http://127.0.0.1:8080/reader.js"></script>', 'safe'],
  ['<form action="http://a.example/">', 'safe'],
])('mixed-content: %s → %s', (body, outcome) => expect(outcomeOf(mixedContent, page(body))).toBe(outcome));

test.each([
  [
    'upgraded',
    page('<script src="http://a.example/a.js"></script>', [
      'Content-Security-Policy',
      'upgrade-insecure-requests',
    ]),
    'safe',
  ],
  [
    'on a page over HTTP',
    buildHttp([exchange('root', htmlPage('<img src="http://a.example/">'), 'http://www.city.example.jp/')]),
    'not-applicable',
  ],
  ['none', pageWith(), 'safe'],
])('mixed-content: %s → %s', (_, evidence, outcome) =>
  expect(outcomeOf(mixedContent, evidence)).toBe(outcome),
);

test('a page that was not read to its end may load more', () => {
  const long = page(`<p>${'x'.repeat(65_600)}`.slice(0, 65_536));
  expect([outcomeOf(sriMissing, long), outcomeOf(mixedContent, long)]).toEqual([
    'undetermined: page-cut-short',
    'undetermined: page-cut-short',
  ]);
});

test('any text is read without an error', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      for (const { url } of subresourcesOf(`<script src="${text}">${text}`, 'https://a.example/')) url.href;
    }),
  );
});
