import type { Became } from '../mail.ts';

/** What became of a mail, for the list in two words and for its reader in a sentence. */
export const becameWords: Readonly<Record<Became, { short: string; long: string }>> = {
  rejected: { short: 'refused', long: 'Refused as harmful. It went to nobody.' },
  bounced: { short: 'came back', long: 'It came back unread.' },
  complained: { short: 'called spam', long: 'It arrived, and its reader called it spam.' },
  answered: { short: 'auto-reply', long: 'It arrived, and a machine answered: its reader is away.' },
  delayed: { short: 'came late', long: 'It came late: the other mail server did not answer at first.' },
};
