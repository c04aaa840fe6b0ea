import { Radios, Select } from '../../ui/choice.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { checkMove, dated, isInStead, sourcesOf } from '../model/check-move.ts';
import type { RecordedKind } from '../model/next-step.ts';
import { useDesk } from '../state/context.ts';
import { useMoveForm } from '../state/use-move-form.ts';
import { say } from '../words.ts';
import { MoveForm } from './move-form.tsx';

/** Records one check: who, from which source of our own, and how it went. Both results ask for the same. */
export function CheckForm({ kind }: { readonly kind: RecordedKind }) {
  const { page } = useDesk();
  const form = useMoveForm({
    form: `check:${kind}`,
    move: 'check',
    read: (values) => {
      const read = checkMove(kind, values);
      if (!('missing' in read)) return read;
      return { wrong: Object.fromEntries(read.missing.map((field) => [field, say(`missing.${field}`)])) };
    },
  });
  const value = (field: string) => form.values[field] ?? '';
  const given = (field: string) => ({
    value: value(field),
    error: form.errorOf(field),
    onType: (typed: string) => form.set(field, typed),
  });
  return (
    <MoveForm title={say(`check.${kind}.name`)} form={form} send={say('check.save')}>
      <p>{say(`check.${kind}.how`)}</p>
      <TextField label={say(`check.${kind}.person`)} max={100} {...given('person')} />
      <Select
        label={say(`check.${kind}.source`)}
        value={value('source')}
        error={form.errorOf('source')}
        onChoose={(source) => form.set('source', source)}
        options={sourcesOf(kind).map((source) => ({ value: source, label: source }))}
      />
      <TextField label={say('check.where')} hint={say('check.where.hint')} optional max={100} {...given('where')} />
      {dated.includes(kind) && (
        <TextField
          label={say(kind === 'letter-on-file' ? 'check.letter-on-file.on' : 'check.on')}
          type="date"
          {...given('on')}
        />
      )}
      {kind === 'power-of-attorney' && (
        <TextField label={say('check.ends')} hint={say('check.ends.hint')} type="date" optional {...given('ends')} />
      )}
      <Radios
        label={say('check.result')}
        value={value('result')}
        error={form.errorOf('result')}
        onChoose={(result) => form.set('result', result)}
        options={[
          { value: 'passed', label: say(`check.${kind}.passed`) },
          { value: 'failed', label: say(`check.${kind}.failed`) },
        ]}
      />
      {value('result') === 'failed' && page.cleared && <Notice tone="warn">{say('clear.lost-by-fail')}</Notice>}
      {isInStead(kind) ? (
        <TextArea label={say('check.why')} hint={say('check.why.hint')} rows={2} max={1000} {...given('note')} />
      ) : (
        <TextArea label={say('check.note')} optional rows={2} max={1000} {...given('note')} />
      )}
    </MoveForm>
  );
}
