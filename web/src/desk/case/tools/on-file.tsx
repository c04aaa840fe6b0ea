import { krResults } from '#domain/abi/kr/results.ts';
import type { FiledAddress, OnFile as Shown } from '#domain/abi/kr/on-file.ts';
import { abiWords } from '#domain/abi/words.ts';
import { signsOf } from '#domain/company-name/signs.ts';
import { say } from '../words.ts';

/** A name of which every space and sign counts. Copied text keeps real spaces: the marks are drawn, not written. */
export const ExactName = ({ name }: { readonly name: string }) => (
  <span class="exact mono" translate={false}>
    {signsOf(name).map(({ shown, kind }, index) =>
      kind === 'space' ? (
        <span key={index} class="space">
          {' '}
        </span>
      ) : (
        <span key={index} class={kind === 'mark' ? 'sign' : undefined}>
          {shown}
        </span>
      ),
    )}
  </span>
);

const addressText = ({ lines, city, state, postal }: FiledAddress): string =>
  [...lines, city, [state, postal].filter(Boolean).join(' ')].filter((part) => part !== '').join(', ');

/** What CBP's record shows, and what follows from its result code; on record only what it shows. */
export function OnFile({ onFile, record }: { readonly onFile: Shown; readonly record?: boolean }) {
  const { words } = krResults[onFile.result];
  const { legalName, abbreviatedName, secondName, mailing, physical, center } = onFile;
  const names = [
    ['filed.legalName', legalName],
    ['filed.abbreviatedName', abbreviatedName],
    ['filed.secondName', secondName?.name],
  ] as const;
  const others = [
    ['filed.mailing', mailing && addressText(mailing)],
    ['filed.physical', physical && addressText(physical)],
    ['filed.center', center],
  ] as const;
  return (
    <dl class="pairs">
      <div>
        <dt>{say('filed.result')}</dt>
        <dd>{say('kr.result.option', { code: onFile.result, meaning: abiWords[words] })}</dd>
      </div>
      {names.map(([label, name]) =>
        name === undefined ? null : (
          <div key={label}>
            <dt>
              {say(label)}
              {label === 'filed.secondName' && ` (${secondName?.qualifier ?? ''})`}
            </dt>
            <dd>
              <ExactName name={name} />
            </dd>
          </div>
        ),
      )}
      {others.map(([label, text]) =>
        text === undefined || text === '' ? null : (
          <div key={label}>
            <dt>{say(label)}</dt>
            <dd>{text}</dd>
          </div>
        ),
      )}
      {!record && (
        <div>
          <dt>{say('filed.next')}</dt>
          <dd>{abiWords[`${words}.next`]}</dd>
        </div>
      )}
    </dl>
  );
}
