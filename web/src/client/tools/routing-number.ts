import { checkRoutingNumber } from '#domain/routing-number/check.ts';
import { boxes, watch } from './boxes.ts';
import { listed, paragraph, showAndSay, showNothing } from './result.ts';
import { word } from './words.ts';

/** The number stays in its box: no word of the answer, no attribute and no message of this page ever holds a digit of it. */
const [box] = boxes;

function check(typing: boolean): void {
  const text = box?.value ?? '';
  const found = checkRoutingNumber(text);
  if (text.trim() === '') showNothing();
  else if (found.outcome === 'refused') {
    const soFar = word('so-far', { n: text.replace(/\D/g, '').length });
    if (typing && found.code === 'too-short') showAndSay('wait', word('wait'), [paragraph(soFar)]);
    else showAndSay('wrong', word('wrong'), [paragraph(word(`refused.${found.code}`))]);
  } else if (found.warnings.length > 0) {
    showAndSay('warn', word('warn'), listed(found.warnings.map((warning) => word(`warning.${warning}`))));
  } else showAndSay('good', word('good'), [paragraph(word('good.text'))]);
}

watch(check);
