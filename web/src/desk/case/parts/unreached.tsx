import type { CasePage } from '#domain/desk/case-page.ts';
import { Notice } from '../../ui/notice.tsx';
import { Time } from '../../ui/time.tsx';
import { useDesk } from '../state/context.ts';
import { say } from '../words.ts';

type Phones = NonNullable<CasePage['unreached']>['phones'];

/** Our letters do not reach somebody whom the request names: since when, and whom to call. */
export function Unreached() {
  const { unreached } = useDesk().page;
  if (!unreached) return null;
  const { mailboxes, phones } = unreached;
  const isContact = mailboxes.some(({ mailbox }) => mailbox === 'contact');
  return (
    <Notice tone="bad" title={say(isContact ? 'unreached.title' : 'unreached.title.other-mailbox')}>
      {mailboxes.map(({ mailbox, address, since, why }) => (
        <p key={mailbox}>
          {say(`unreached.${why}`, { address })} <Time at={since} short />.{' '}
          {mailbox === 'other-mailbox' && say('unreached.do.other-mailbox')}
        </p>
      ))}
      <Numbers phones={phones} />
      <p>{say('unreached.again')}</p>
    </Notice>
  );
}

const Numbers = ({ phones }: { readonly phones: Phones }) =>
  phones.length === 0 ? (
    <p>{say('unreached.no-number')}</p>
  ) : (
    <>
      <p>{say('unreached.call')}</p>
      <ul>
        {phones.map(({ name, label, number, dial }) => (
          <li key={name}>
            {label}: {dial === undefined ? number : <a href={dial}>{number}</a>}
          </li>
        ))}
      </ul>
      <p>{say('unreached.number')}</p>
    </>
  );
