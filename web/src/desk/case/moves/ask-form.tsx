import { Select } from '../../ui/choice.tsx';
import { TextArea } from '../../ui/field.tsx';
import { useDesk } from '../state/context.ts';
import { useMoveForm } from '../state/use-move-form.ts';
import { say } from '../words.ts';
import { MoveForm } from './move-form.tsx';

/** A question to the importer: prepared words, to change as needed, or words of one's own. */
export function AskForm() {
  const { prepared } = useDesk().page;
  const form = useMoveForm({
    form: 'ask',
    move: 'ask',
    read: ({ text = '', prepared: id = '' }) =>
      text.trim() === ''
        ? { wrong: { text: say('missing.question') } }
        : { move: 'ask', text: text.trim(), ...(id !== '' && { prepared: id }) },
  });
  const { text = '', prepared: chosen = '' } = form.values;
  const choose = (id: string) => {
    const question = prepared.find((one) => one.id === id)?.text ?? '';
    // Words of one's own are never replaced: the prepared ones come after them.
    const own = text.trim() !== '' && !prepared.some((one) => one.text === text);
    form.setAll({ prepared: id, text: own && question !== '' ? `${text.trim()}\n\n${question}` : question || text });
  };
  return (
    <MoveForm title={say('ask.title')} form={form} send={say('ask.send')}>
      <Select
        label={say('ask.prepared')}
        optional
        none={say('ask.own')}
        value={chosen}
        onChoose={choose}
        options={prepared.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextArea
        label={say('ask.text')}
        hint={say('ask.hint')}
        rows={5}
        max={2000}
        value={text}
        error={form.errorOf('text')}
        onType={(typed) => form.set('text', typed)}
      />
    </MoveForm>
  );
}
