import type { Letter } from '../../../functions/domain/case/case.ts';

const SECOND = 1000;

/** As a second and a half later, and its reader's mail server took it, too; what is held or went before stays as it is. */
export function withLetterSent(owed: Letter): Letter {
  if (owed.state !== 'owed') return owed;
  const after = (seconds: number) => new Date(Date.parse(owed.owedSince) + seconds * SECOND).toISOString();
  return {
    ...owed,
    ...{ attempts: 1, state: 'sent', sentAt: after(1.5), mails: ['demo'] },
    told: { takenAt: after(1.5), deliveredAt: after(4) },
  };
}
