import { raw } from 'hono/html';
import { colour, gradeColour, severityColour } from '../colours.ts';

const severityRules = Object.entries(severityColour).map(
  ([severity, value]) =>
    `.severity.${severity} { color: ${value}; border-color: ${value}; } .bar.${severity} { fill: ${value}; }`,
);
const gradeRules = Object.entries(gradeColour).map(
  ([grade, value]) => `.grade-${grade} { background: ${value}; color: #fff; }`,
);

export const style = raw(`
:root { font-family: 'Noto Sans JP', 'BIZ UDPGothic', 'Hiragino Sans', Meiryo, sans-serif; font-size: 16px; line-height: 1.7; color: ${colour.text}; background: ${colour.white}; }
* { box-sizing: border-box; }
body { margin: 0; overflow-wrap: anywhere; }
header, main, footer { max-width: 68rem; margin: 0 auto; padding: 0 1.5rem; }
header { padding-top: 2rem; }
.service { margin: 0; color: ${colour.quiet}; }
h1 { margin: 0; font-size: 2rem; line-height: 1.4; }
h2 { margin: 3rem 0 1rem; padding-bottom: .25rem; border-bottom: 2px solid ${colour.key}; font-size: 1.5rem; line-height: 1.5; }
h3 { margin: 0; font-size: 1.125rem; line-height: 1.6; }
h4 { margin: 1.25rem 0 .25rem; font-size: 1rem; }
p { margin: .5rem 0; }
a { color: ${colour.key}; text-underline-offset: .2em; }
a:focus-visible, summary:focus-visible { outline: 4px solid #000; outline-offset: 2px; background: #ffd43d; border-radius: 4px; }
.handling { display: flex; gap: .75rem; align-items: baseline; margin: 1rem 0; }
.handling strong { flex: none; padding: 0 .75rem; border: 2px solid ${severityColour.high}; color: ${severityColour.high}; font-size: 1.125rem; }
.language { float: right; padding: .25rem 0; }
.overview { display: grid; grid-template-columns: auto 1fr; gap: 2rem; align-items: start; margin-top: 1.5rem; padding: 1.5rem; border: 1px solid ${colour.line}; border-radius: 12px; }
.letter { display: grid; place-items: center; width: 8rem; height: 8rem; border-radius: 12px; font-size: 5rem; font-weight: 700; line-height: 1; }
.letter small { font-size: 1rem; }
.small { display: inline-block; min-width: 1.75rem; padding: 0 .375rem; border-radius: 6px; text-align: center; font-weight: 700; }
.provisional { padding: .5rem 1rem; border-left: 8px solid ${colour.warningLine}; background: ${colour.warningGround}; }
table { width: 100%; border-collapse: collapse; font-size: .9375rem; }
.scroll { overflow-x: auto; }
caption { text-align: left; color: ${colour.quiet}; padding-bottom: .5rem; }
th, td { padding: .5rem .75rem; border-bottom: 1px solid ${colour.line}; text-align: left; vertical-align: top; }
thead th { background: ${colour.ground}; white-space: nowrap; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
td ul { margin: 0; padding-left: 1.25rem; }
.lines { white-space: pre-line; }
.current { font-weight: 700; background: ${colour.keyLight}; }
dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; }
dl.facts dt { color: ${colour.quiet}; }
dl.facts dd { margin: 0; white-space: pre-line; }
.severity { display: inline-block; padding: 0 .5rem; border: 1px solid; border-radius: 6px; font-weight: 700; white-space: nowrap; }
.chip { display: inline-block; padding: 0 .5rem; border-radius: 6px; background: ${colour.ground}; white-space: nowrap; }
.chip.exploited { background: ${severityColour.critical}; color: #fff; font-weight: 700; }
.finding { margin: 1.5rem 0; padding: 1.25rem 1.5rem; border: 1px solid ${colour.line}; border-radius: 12px; }
.finding .chips { display: flex; flex-wrap: wrap; gap: .5rem; margin: 0 0 .5rem; }
.place { color: ${colour.quiet}; }
pre { margin: .5rem 0; padding: .75rem 1rem; border-radius: 8px; background: ${colour.ground}; font-family: 'Noto Sans Mono', 'BIZ UDGothic', ui-monospace, monospace; font-size: .875rem; line-height: 1.6; white-space: pre-wrap; overflow-wrap: anywhere; }
summary { cursor: pointer; color: ${colour.key}; }
footer { margin: 4rem auto 2rem; color: ${colour.quiet}; font-size: .875rem; }
${severityRules.join('\n')}
${gradeRules.join('\n')}
@media (max-width: 40rem) { .overview, dl.facts { grid-template-columns: 1fr; } }
@media print {
  :root { font-size: 10pt; }
  .language { display: none; }
  .finding, tr { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  header, main, footer { max-width: none; padding: 0; }
  .small, .letter, .bar, .chip.exploited { print-color-adjust: exact; }
}
`);
