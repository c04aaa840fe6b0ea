import { Radios } from '../../ui/choice.tsx';
import { TextArea } from '../../ui/field.tsx';
import type { ReasonOffer } from '#domain/desk/case-page.ts';
import type { Move } from '#domain/case/moves/move.ts';
import { useDesk } from '../state/context.ts';
import { useMoveForm } from '../state/use-move-form.ts';
import { say } from '../words.ts';
import { MoveForm } from './move-form.tsx';
import { Preview } from './preview.tsx';

type DeclineReason = Extract<Move, { move: 'decline' }>['reason'];
type CloseReason = Extract<Move, { move: 'close' }>['reason'];

const declineReasons: readonly DeclineReason[] = ['not-a-client', 'no-authority', 'not-needed', 'suspicion', 'other'];
const closeReasons: readonly CloseReason[] = ['duplicate', 'solved', 'withdrawn', 'no-answer', 'other'];

const optionsOf = (offers: readonly ReasonOffer[]) =>
  offers.map(({ reason, name, when }) => ({ value: reason, label: name, hint: when }));

export function DeclineForm() {
  const { page } = useDesk();
  const form = useMoveForm({
    form: 'decline',
    move: 'decline',
    read: ({ reason = '', words = '' }) => {
      const known = declineReasons.find((one) => one === reason);
      if (!known) return { wrong: { reason: say('missing.reason') } };
      return { move: 'decline', reason: known, ...(words.trim() !== '' && { words: words.trim() }) };
    },
  });
  const { reason = '', words = '' } = form.values;
  const silent = reason === 'suspicion';
  return (
    <MoveForm title={say('decline.title')} form={form} send={say('decline.send')} danger>
      <Radios
        label={say('decline.reason')}
        value={reason}
        error={form.errorOf('reason')}
        onChoose={(chosen) => form.set('reason', chosen)}
        options={optionsOf(page.declines)}
      />
      <TextArea
        label={say(silent ? 'decline.words.silent' : 'answer.words')}
        hint={say(silent ? 'decline.hint.silent' : 'answer.words.hint')}
        optional
        rows={3}
        max={2000}
        value={words}
        error={form.errorOf('words')}
        onType={(typed) => form.set('words', typed)}
      />
      {reason !== '' && (
        <Preview page={page} ending={{ code: 'declined', values: { reason } }} words={silent ? '' : words} />
      )}
    </MoveForm>
  );
}

export function CloseForm() {
  const { page } = useDesk();
  const form = useMoveForm({
    form: 'close',
    move: 'close',
    read: ({ reason = '', text = '' }) => {
      const known = closeReasons.find((one) => one === reason);
      if (!known) return { wrong: { reason: say('missing.reason') } };
      return { move: 'close', reason: known, ...(text.trim() !== '' && { text: text.trim() }) };
    },
  });
  const { reason = '', text = '' } = form.values;
  return (
    <MoveForm title={say('close.title')} form={form} send={say('close.send', { reference: page.reference })} danger>
      <Radios
        label={say('close.reason')}
        value={reason}
        error={form.errorOf('reason')}
        onChoose={(chosen) => form.set('reason', chosen)}
        options={optionsOf(page.closes)}
      />
      <TextArea
        label={say('close.text')}
        hint={say('close.hint')}
        optional
        rows={2}
        max={1000}
        value={text}
        error={form.errorOf('text')}
        onType={(typed) => form.set('text', typed)}
      />
      {reason !== '' && <Preview page={page} ending={{ code: 'closed', values: { reason } }} words="" />}
    </MoveForm>
  );
}
