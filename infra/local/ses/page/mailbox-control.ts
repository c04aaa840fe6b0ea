import * as z from 'zod/mini';
import { mailboxSchema, mailboxStates, type MailboxState } from '../feedback/mailbox.ts';
import { element } from './element.ts';

const words: Readonly<Record<MailboxState, string>> = {
  well: 'is well',
  gone: 'is gone: mail comes back',
  full: 'is full: mail comes back later',
  lost: 'is at a server that cannot be reached',
  away: 'is read by somebody who is away',
  complains: 'is read by somebody who calls mail spam',
  slow: 'is slow: mail arrives late',
  harmful: 'gets mail that is refused as harmful',
  suppressed: 'is one that SES writes to no more',
  unclear: 'sends mail back and does not say why',
};

/** Says of a mailbox how it is, from its next mail on. What SES keeps for trying decides for itself. */
export const drawMailbox = (address: string): HTMLElement => {
  if (address.toLowerCase().endsWith('@simulator.amazonses.com')) return element('span', {}, 'one of SES for trying');
  const options = mailboxStates.map((state) => element('option', { value: state }, words[state]));
  const select = element('select', { 'aria-label': `The mailbox ${address}` }, ...options);
  select.addEventListener('change', () => {
    void fetch('/mailboxes', { method: 'PUT', body: JSON.stringify({ address, is: select.value }) });
  });
  void stateOf(address).then((state) => (select.value = state));
  return select;
};

const stateOf = async (address: string): Promise<MailboxState> => {
  const told = z.array(mailboxSchema).parse(await (await fetch('/mailboxes')).json());
  return told.find((one) => one.address === address.toLowerCase())?.is ?? 'well';
};
