import { Radios } from '../../ui/choice.tsx';
import { TextArea } from '../../ui/field.tsx';
import { useDesk } from '../state/context.ts';
import { useMoveForm } from '../state/use-move-form.ts';
import { say } from '../words.ts';
import { MoveForm } from './move-form.tsx';

/** What another member says of all that is on record; or the only one, a working day later. */
export function LookForm() {
  const { page } = useDesk();
  const form = useMoveForm({
    form: 'look-again',
    move: 'look-again',
    read: ({ result = '', note = '' }) => {
      const said = (['passed', 'failed'] as const).find((one) => one === result);
      if (!said) return { wrong: { result: say('missing.result') } };
      return { move: 'look-again', result: said, ...(note.trim() !== '' && { note: note.trim() }) };
    },
  });
  return (
    <MoveForm title={say('check.second-look.name')} form={form} send={say('look.send')}>
      <p>{say('look.how')}</p>
      {page.look?.solo && <p class="hint">{say('look.solo.how')}</p>}
      <Radios
        label={say('check.result')}
        value={form.values['result'] ?? ''}
        error={form.errorOf('result')}
        onChoose={(result) => form.set('result', result)}
        options={[
          { value: 'passed', label: say('look.passed') },
          { value: 'failed', label: say('look.failed') },
        ]}
      />
      <TextArea
        label={say('check.note')}
        optional
        rows={2}
        max={1000}
        value={form.values['note'] ?? ''}
        error={form.errorOf('note')}
        onType={(note) => form.set('note', note)}
      />
    </MoveForm>
  );
}
