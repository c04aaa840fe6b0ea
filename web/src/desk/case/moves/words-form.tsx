import type { Move, MoveName } from '#domain/case/moves/move.ts';
import { TextArea } from '../../ui/field.tsx';
import type { FormName } from '../state/context.ts';
import { useMoveForm } from '../state/use-move-form.ts';
import { say } from '../words.ts';
import type { Word } from '../words.ts';
import { MoveForm } from './move-form.tsx';

/** One box for words, and a move of them. */
type Words = {
  readonly form: FormName;
  readonly move: MoveName;
  readonly max: number;
  readonly title: Word;
  readonly label: Word;
  readonly hint: Word;
  readonly send: Word;
  readonly danger?: boolean;
  /** Without words it is made as well. */
  readonly optional?: boolean;
  readonly made: (text: string) => Move;
};

export function WordsForm({ form: name, move, max, title, label, hint, send, danger, optional, made }: Words) {
  const form = useMoveForm({
    form: name,
    move,
    read: ({ text = '' }) =>
      text.trim() === '' && !optional ? { wrong: { text: say('missing.text') } } : made(text.trim()),
  });
  return (
    <MoveForm title={say(title)} form={form} send={say(send)} {...(danger && { danger })}>
      <TextArea
        label={say(label)}
        hint={say(hint)}
        max={max}
        {...(optional && { optional })}
        value={form.values['text'] ?? ''}
        error={form.errorOf('text') ?? form.errorOf('reason') ?? form.errorOf('note')}
        onType={(text) => form.set('text', text)}
      />
    </MoveForm>
  );
}
