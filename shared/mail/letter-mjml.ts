import { visible } from '../report/visible.ts';
import { frame } from './frame.ts';
import type { Block, Letter } from './letter.ts';
import { lines, type Markup, markup } from './markup.ts';

/** 600 pixels wide, no image, no web font, nothing loaded from anywhere. */
export function letterMjml(letter: Letter): string {
  const { salutation, greeting, closing } = frame(letter);
  return markup`<mjml lang="${letter.locale}">
<mj-head>
<mj-title>${visible(letter.subject)}</mj-title>
<mj-attributes>
<mj-all font-family="'Noto Sans JP','BIZ UDPGothic','Hiragino Sans',Meiryo,sans-serif" />
<mj-text font-size="15px" line-height="1.7" color="#1a1a1a" padding="6px 24px" />
<mj-section padding="0" background-color="#ffffff" />
</mj-attributes>
</mj-head>
<mj-body background-color="#f2f2f2" width="640px">
<mj-section background-color="#0017c1"><mj-column><mj-text color="#ffffff" font-weight="700" padding="14px 24px">${visible(letter.sender.name)}</mj-text></mj-column></mj-section>
<mj-section padding="16px 0"><mj-column>
<mj-text>${lines(visible(salutation))}</mj-text>
<mj-text>${visible(greeting)}</mj-text>
${letter.blocks.map(blockMarkup)}
</mj-column></mj-section>
<mj-section background-color="#f2f2f2" padding="12px 0"><mj-column>
<mj-text font-size="12px" color="#4d4d4d">${lines(visible(closing.join('\n')))}</mj-text>
</mj-column></mj-section>
</mj-body>
</mjml>`.mjml;
}

function blockMarkup(block: Block): Markup {
  switch (block.kind) {
    case 'paragraph':
      return markup`<mj-text>${lines(visible(block.text))}</mj-text>`;
    case 'heading':
      return markup`<mj-text font-size="18px" font-weight="700" color="#0017c1" padding-top="20px"><h2 style="margin:0;font-size:18px;">${visible(block.text)}</h2></mj-text>`;
    case 'facts':
      return markup`<mj-table padding="6px 24px" font-size="15px" line-height="1.6">${block.facts.map(
        ([label, value]) =>
          markup`<tr style="border-bottom:1px solid #cccccc;"><th scope="row" style="padding:6px 12px 6px 0;text-align:left;vertical-align:top;font-weight:400;color:#4d4d4d;white-space:nowrap;">${visible(label)}</th><td style="padding:6px 0;word-break:break-word;">${lines(visible(value))}</td></tr>`,
      )}</mj-table>`;
    case 'link':
      return markup`<mj-button href="${webAddress(block.url)}" align="left" background-color="#0017c1" border-radius="8px" font-size="15px" font-weight="700" inner-padding="10px 20px" padding="8px 24px">${visible(block.label)}</mj-button>
<mj-text font-size="12px" color="#4d4d4d">${visible(block.url)}</mj-text>`;
    case 'item':
      return markup`<mj-text padding-top="14px"><strong>${visible(block.title)}</strong>${block.lines.map(
        (line) => markup`<br />${lines(visible(line))}`,
      )}</mj-text>`;
    case 'code':
      return markup`<mj-text font-size="13px" line-height="1.5" container-background-color="#f2f2f2" font-family="'Noto Sans Mono','BIZ UDGothic',Consolas,monospace"><div style="white-space:pre-wrap;word-break:break-all;">${lines(visible(block.text))}</div></mj-text>`;
  }
}

/** Only what opens in a browser is ever linked. */
function webAddress(url: string): string {
  return /^https?:\/\//.test(url) ? url : '#';
}
