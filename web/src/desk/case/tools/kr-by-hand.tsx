import { useState } from 'preact/hooks';
import { krResults } from '#domain/abi/kr/results.ts';
import { abiWords } from '#domain/abi/words.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/choice.tsx';
import { TextField } from '../../ui/field.tsx';
import { ProblemNotice } from '../../ui/notice.tsx';
import { onFileByHand } from '../model/on-file-by-hand.ts';
import { useKeepOnFile } from '../state/use-keep-on-file.ts';
import { useDesk } from '../state/context.ts';
import { say } from '../words.ts';
import type { Word } from '../words.ts';

const nameFields: readonly { readonly name: string; readonly label: Word; readonly max: number }[] = [
  { name: 'abbreviatedName', label: 'filed.abbreviatedName', max: 32 },
  { name: 'legalName', label: 'filed.legalName', max: 100 },
];

/** The number that the case goes by. */
const FIRST = 'importerNumber';

/** For whoever sees the answer but cannot paste it: the result code, and the names when there are some. */
export function KrByHand() {
  const { importer, more } = useDesk().page;
  const { keep, busy, problem } = useKeepOnFile();
  const [of, setOf] = useState(FIRST);
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [error, setError] = useState<{ readonly field: string; readonly text: string }>();
  const result = values['result'] ?? '';
  const set = (field: string, value: string) => setValues({ ...values, [field]: value });
  const wrong = (field: string) => (error?.field === field ? error.text : undefined);
  const submit = () => {
    const read = onFileByHand(values);
    if (!('missing' in read)) keep(of === FIRST ? { onFile: read } : { more: { [of]: read } });
    else setError({ field: read.missing, text: say(`kr.needed.${read.missing}`) });
  };
  return (
    <details class="by-hand">
      <summary>{say('kr.by-hand')}</summary>
      <form
        noValidate
        aria-label={say('kr.by-hand.title')}
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) submit();
        }}
      >
        {more.length > 0 && (
          <Select
            label={say('kr.of')}
            value={of}
            onChoose={setOf}
            options={[{ name: FIRST, ...importer }, ...more].map(({ name, masked }) => ({
              value: name,
              label: masked,
            }))}
          />
        )}
        <Select
          label={say('kr.result')}
          value={result}
          error={wrong('result')}
          onChoose={(code) => set('result', code)}
          options={Object.values(krResults).map(({ code, words }) => ({
            value: code,
            label: say('kr.result.option', { code, meaning: abiWords[words] }),
          }))}
        />
        {(result === '1' || result === '2') &&
          nameFields.map(({ name, label, max }) => (
            <TextField
              key={name}
              mono
              label={say(label)}
              max={max}
              optional={name === 'legalName'}
              value={values[name] ?? ''}
              error={wrong(name)}
              onType={(typed) => set(name, typed)}
            />
          ))}
        {problem && <ProblemNotice problem={problem} />}
        <Button submit busy={busy}>
          {say('kr.keep')}
        </Button>
      </form>
    </details>
  );
}
