import { TextArea } from '../../ui/field.tsx';
import { Radios, Select } from '../../ui/choice.tsx';
import { useMe } from '../../shell/me.tsx';
import { useDesk } from '../state/context.ts';
import { useMoveForm } from '../state/use-move-form.ts';
import { say } from '../words.ts';
import { MoveForm } from './move-form.tsx';
import { WordsForm } from './words-form.tsx';

export const NoteForm = () => (
  <WordsForm
    form="note"
    move="note"
    max={4000}
    title="note.title"
    label="note.label"
    hint="note.hint"
    send="note.send"
    made={(text) => ({ move: 'note', text })}
  />
);

export const FlagForm = () => (
  <WordsForm
    form="flag"
    move="flag"
    max={500}
    title="flag.title"
    label="flag.label"
    hint="flag.hint"
    send="flag.send"
    made={(reason) => ({ move: 'flag', reason })}
  />
);

export const UnflagForm = ({ flag }: { readonly flag: string }) => (
  <WordsForm
    form={`unflag:${flag}`}
    move="unflag"
    max={500}
    title="unflag.title"
    label="unflag.label"
    hint="unflag.hint"
    send="unflag.send"
    made={(reason) => ({ move: 'unflag', flag, reason })}
  />
);

export const ReopenForm = () => (
  <WordsForm
    form="reopen"
    move="reopen"
    max={1000}
    title="reopen.title"
    label="reopen.label"
    hint="reopen.hint"
    send="reopen.send"
    made={(reason) => ({ move: 'reopen', reason })}
  />
);

export function HandOverForm() {
  const { page } = useDesk();
  const { members, member } = useMe();
  const form = useMoveForm({
    form: 'hand-over',
    move: 'hand-over',
    read: ({ to = '', text = '' }) =>
      to === ''
        ? { wrong: { to: say('missing.to') } }
        : { move: 'hand-over', to, ...(text.trim() !== '' && { text: text.trim() }) },
  });
  const others = members.filter(({ email }) => email !== page.assignee);
  return (
    <MoveForm title={say('hand-over.title')} form={form} send={say('hand-over.send')}>
      <Select
        label={say('hand-over.to')}
        value={form.values['to'] ?? ''}
        error={form.errorOf('to')}
        onChoose={(to) => form.set('to', to)}
        options={others.map(({ name, email }) => ({
          value: email,
          label: email === member.email ? say('hand-over.me', { name }) : name,
        }))}
      />
      <TextArea
        label={say('hand-over.text')}
        hint={say('hand-over.hint')}
        optional
        rows={2}
        max={1000}
        value={form.values['text'] ?? ''}
        onType={(text) => form.set('text', text)}
      />
    </MoveForm>
  );
}

export function ConvertForm() {
  const { convertsTo, tool } = useDesk().page;
  // Where the name is found to be right, the email is the likely cause.
  const likely = tool === 'query' ? 'email-update' : undefined;
  const form = useMoveForm({
    form: 'convert',
    move: 'convert',
    initial: { to: likely ?? '' },
    read: (values) => {
      const to = convertsTo.find(({ type }) => type === values['to'])?.type;
      return to === undefined ? { wrong: { to: say('missing.type') } } : { move: 'convert', to };
    },
  });
  return (
    <MoveForm title={say('convert.title')} form={form} send={say('convert.send')}>
      <p>{say('convert.text')}</p>
      <Radios
        label={say('convert.to')}
        value={form.values['to'] ?? ''}
        error={form.errorOf('to')}
        onChoose={(to) => form.set('to', to)}
        options={convertsTo.map(({ type, name }) => ({ value: type, label: name }))}
      />
      <p class="hint">{say('convert.hint')}</p>
    </MoveForm>
  );
}
