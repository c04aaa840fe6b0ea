import type { OutcomeOffer } from '#domain/desk/case-page.ts';
import { Button } from '../../ui/button.tsx';
import { Radios, Select, Tick } from '../../ui/choice.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { say } from '../words.ts';

type Props = {
  readonly field: OutcomeOffer['fields'][number];
  readonly value: string;
  readonly error: string | undefined;
  readonly onType: (value: string) => void;
};

/** A field of an outcome, as the door describes it. Names stand in letters of one width, for every space counts. */
export function OutcomeField({ field, value, error, onType }: Props) {
  const { kind, label, hint, needed, max, start, options = [] } = field;
  const asked = { label, hint, error, optional: !needed, value };
  switch (kind) {
    case 'line':
      return <TextField {...asked} mono onType={onType} {...(max !== undefined && { max })} />;
    case 'long-text':
      return (
        <>
          <TextArea {...asked} rows={start === undefined ? 3 : 6} onType={onType} {...(max !== undefined && { max })} />
          {start !== undefined && value === '' && (
            <p>
              <Button small onClick={() => onType(start)}>
                {say('answer.start')}
              </Button>
            </p>
          )}
        </>
      );
    case 'select':
      return <Select {...asked} onChoose={onType} options={options} none={say('answer.none')} />;
    case 'radio':
      return <Radios {...asked} onChoose={onType} options={options} />;
    case 'tick':
      return <Tick label={label} checked={value !== ''} onTick={(on) => onType(on ? 'yes' : '')} />;
    case 'moment':
      return <TextField {...asked} type="datetime-local" onType={onType} />;
  }
}
