import { TextArea, TextField } from '../../ui/field.tsx';
import { useMoveForm } from '../state/use-move-form.ts';
import { say } from '../words.ts';
import { MoveForm } from './move-form.tsx';
import { WordsForm } from './words-form.tsx';

/** When a power of attorney ended: the case is kept as evidence of it for five years from then. */
export function PowerEndedForm() {
  const form = useMoveForm({
    form: 'power-ended',
    move: 'power-ended',
    read: ({ on = '', note = '' }) =>
      on === ''
        ? { wrong: { on: say('missing.ended') } }
        : { move: 'power-ended', on, ...(note.trim() !== '' && { note: note.trim() }) },
  });
  return (
    <MoveForm title={say('power-ended.title')} form={form} send={say('power-ended.send')}>
      <TextField
        label={say('power-ended.on')}
        hint={say('power-ended.hint')}
        type="date"
        value={form.values['on'] ?? ''}
        error={form.errorOf('on')}
        onType={(on) => form.set('on', on)}
      />
      <TextArea
        label={say('power-ended.note')}
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

/** Deletes the case for good: only where no record of it must stay. */
export const EraseForm = () => (
  <WordsForm
    form="erase"
    move="erase"
    max={500}
    title="erase.title"
    label="erase.label"
    hint="erase.hint"
    send="erase.send"
    danger
    made={(reason) => ({ move: 'erase', reason })}
  />
);
