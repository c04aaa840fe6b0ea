import { zone } from '../../ui/clock.ts';
import { previewOf } from '../model/preview.ts';
import type { BrokerFacts, Preview as Told } from '../model/preview.ts';
import type { CasePage } from '#domain/desk/case-page.ts';
import { say } from '../words.ts';

/** What the page was built with: the broker's own words stand in its head. */
function brokerFacts(): BrokerFacts {
  const { phone = '', power } = document.querySelector<HTMLElement>('#facts')?.dataset ?? {};
  return {
    broker: document.documentElement.dataset['broker'] ?? '',
    phone,
    timeZone: zone(),
    ...(power !== undefined && { powerOfAttorneyLink: power }),
  };
}

type Props = {
  readonly page: Pick<CasePage, 'type' | 'locale' | 'answers' | 'importer' | 'more'>;
  readonly ending: { readonly code: string; readonly values: Readonly<Record<string, string>> };
  /** What the member adds. */
  readonly words: string;
};

const Names = ({ names }: { readonly names: Told['names'] }) => (
  <>
    {names.map(({ label, name }) => (
      <p key={label}>
        <small>{label}</small>
        <span class="mono name">{name}</span>
      </p>
    ))}
  </>
);

/** What the importer will read, before it is sent. */
export function Preview({ page, ending, words }: Props) {
  const preview = previewOf(page, ending, brokerFacts());
  const english = page.locale === 'en' ? undefined : previewOf({ ...page, locale: 'en' }, ending, brokerFacts());
  if (!preview) return null;
  return (
    <section class="preview" aria-label={say('preview.title')}>
      <p class="hint">{say('preview.title')}</p>
      <div lang={page.locale}>
        <Read preview={preview} words={words} />
      </div>
      {english && (
        <details>
          <summary>{say('preview.english')}</summary>
          <Read preview={english} words={words} />
        </details>
      )}
    </section>
  );
}

function Read({ preview, words }: { readonly preview: Told; readonly words: string }) {
  return (
    <>
      <strong>{preview.title}</strong>
      <p>{preview.text}</p>
      <Names names={preview.names} />
      {preview.numbers.map(({ number, text, names }) => (
        <div key={number}>
          <strong>{number}</strong>
          {text !== undefined && <p>{text}</p>}
          <Names names={names} />
        </div>
      ))}
      {words.trim() !== '' && <p class="own-words">{words.trim()}</p>}
      {preview.next.length > 0 && (
        <ol>
          {preview.next.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
    </>
  );
}
