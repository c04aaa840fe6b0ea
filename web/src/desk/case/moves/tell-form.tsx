import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { namedInRequest } from '../model/telling.ts';
import { useDesk } from '../state/context.ts';
import { useMoveForm } from '../state/use-move-form.ts';
import { say } from '../words.ts';
import { MoveForm } from './move-form.tsx';

/** Tells an earlier contact by mail. The address comes out of the client file: no field here is filled in from the request. */
export function TellForm() {
  const { page } = useDesk();
  const form = useMoveForm({
    form: 'tell-earlier',
    move: 'tell-earlier',
    read: ({ mailbox = '', source = '' }) => {
      const wrong = {
        ...(!mailbox.includes('@') && { mailbox: say('missing.mailbox') }),
        ...(source.trim() === '' && { source: say('missing.source') }),
      };
      if (Object.keys(wrong).length > 0) return { wrong };
      return { move: 'tell-earlier', mailbox: mailbox.trim(), source: source.trim() };
    },
  });
  const { mailbox = '', source = '' } = form.values;
  return (
    <MoveForm title={say('tell.title')} form={form} send={say('tell.send')}>
      <p>{say('tell.how')}</p>
      <TextField
        label={say('tell.mailbox')}
        hint={say('tell.mailbox.hint')}
        type="email"
        max={254}
        value={mailbox}
        error={form.errorOf('mailbox')}
        onType={(typed) => form.set('mailbox', typed)}
      />
      {namedInRequest(page, mailbox) && <Notice tone="warn">{say('telling.in-request')}</Notice>}
      <TextField
        label={say('tell.source')}
        hint={say('tell.source.hint')}
        max={200}
        value={source}
        error={form.errorOf('source')}
        onType={(typed) => form.set('source', typed)}
      />
    </MoveForm>
  );
}
