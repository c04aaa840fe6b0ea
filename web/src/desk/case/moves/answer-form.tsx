import { useEffect } from 'preact/hooks';
import type { OutcomeOffer } from '#domain/desk/case-page.ts';
import { useMe } from '../../shell/me.tsx';
import { Button } from '../../ui/button.tsx';
import { Radios } from '../../ui/choice.tsx';
import { TextArea } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { answerMove, beginWith, outcomeValues, ownField } from '../model/answer-move.ts';
import { reachedTelling } from '../model/telling.ts';
import { useDesk } from '../state/context.ts';
import { useMoveForm } from '../state/use-move-form.ts';
import type { MoveFormState } from '../state/use-move-form.ts';
import { say } from '../words.ts';
import { MoveForm } from './move-form.tsx';
import { OutcomeField } from './outcome-field.tsx';
import { Preview } from './preview.tsx';

/** The answer: an outcome of the type, what it says, and what the importer will read. CBP's answer fills it in. */
export function AnswerForm() {
  const { page, suggested, fresh, used } = useDesk();
  const { broker, member } = useMe();
  const { timeZone } = broker;
  const offerOf = (code: string | undefined) => page.outcomes.find((offer) => offer.code === code);
  const heldBack = (code: string | undefined) => page.cleared === undefined && offerOf(code)?.needsClearance === true;
  const form = useMoveForm({
    form: 'answer',
    move: 'answer',
    initial: beginWith(suggested, page.outcomes, timeZone),
    read: (values) => {
      const offer = offerOf(values['outcome']);
      const read = answerMove({ values, offer, held: heldBack(values['outcome']), timeZone });
      if (!('missing' in read)) return read;
      const words = (field: string) =>
        say(field === 'outcome' ? 'missing.outcome' : field === 'override' ? 'missing.override' : 'missing.field');
      return { wrong: Object.fromEntries(read.missing.map((field) => [field, words(field)])) };
    },
  });
  useEffect(() => {
    if (!fresh) return;
    form.setAll(beginWith(fresh, page.outcomes, timeZone));
    used();
  }, [fresh]);
  const offer = offerOf(form.values['outcome']);
  const held = heldBack(offer?.code);
  const words = form.values['words'] ?? '';
  // Whoever asks may be somebody else: while the case is frozen, nothing is told to them.
  const frozen = offer !== undefined && !held && page.frozen !== undefined;
  if (offer && held && member.role !== 'licensed') return <AskLicensed form={form} />;
  return (
    <MoveForm
      title={say('answer.title')}
      form={form}
      send={say(held ? 'answer.send.held' : 'answer.send')}
      locked={frozen}
    >
      {suggested && suggested.code === offer?.code && <p class="why">{say(`why.${suggested.why}`)}</p>}
      <Outcomes form={form} />
      {offer?.fields.map((field) => (
        <OutcomeField
          key={field.name}
          field={field}
          value={form.values[ownField(field.name)] ?? ''}
          error={form.errorOf(ownField(field.name)) ?? form.errorOf(field.name) ?? form.errorOf(`values.${field.name}`)}
          onType={(value) => form.set(ownField(field.name), value)}
        />
      ))}
      {offer && <OwnWords form={form} offer={offer} />}
      {offer && held && <Override form={form} />}
      {frozen && <Notice tone="warn">{say('answer.frozen')}</Notice>}
      {offer?.tellsEarlierContact && !reachedTelling(page) && <Notice tone="warn">{say('answer.nobody-told')}</Notice>}
      {offer && (
        <Preview
          page={page}
          ending={{ code: offer.code, values: outcomeValues(offer, form.values, timeZone) }}
          words={words}
        />
      )}
    </MoveForm>
  );
}

function Outcomes({ form }: { readonly form: MoveFormState }) {
  const { page } = useDesk();
  return (
    <Radios
      label={say('answer.outcome')}
      value={form.values['outcome'] ?? ''}
      error={form.errorOf('outcome')}
      onChoose={(code) => form.set('outcome', code)}
      options={page.outcomes.map(({ code, name, when }) => ({ value: code, label: name, hint: when }))}
    />
  );
}

function OwnWords({ form, offer: { start } }: { readonly form: MoveFormState; readonly offer: OutcomeOffer }) {
  const words = form.values['words'] ?? '';
  return (
    <>
      <TextArea
        label={say('answer.words')}
        hint={say('answer.words.hint')}
        optional
        rows={3}
        max={2000}
        value={words}
        error={form.errorOf('words')}
        onType={(typed) => form.set('words', typed)}
      />
      {start !== undefined && words === '' && (
        <p>
          <Button small onClick={() => form.set('words', start)}>
            {say('answer.start')}
          </Button>
        </p>
      )}
    </>
  );
}

const Override = ({ form }: { readonly form: MoveFormState }) => (
  <Notice tone="warn" title={say('override.title')}>
    <p>{say('override.text')}</p>
    {useDesk().page.gate === 'tells' && <p>{say('override.tells')}</p>}
    <TextArea
      label={say('override.label')}
      rows={2}
      max={1000}
      value={form.values['override'] ?? ''}
      error={form.errorOf('override')}
      onType={(typed) => form.set('override', typed)}
    />
  </Notice>
);

/** Without clearance only a licensed member records what CBP said. Whoever is not is told whom to ask; the choice stays. */
function AskLicensed({ form }: { readonly form: MoveFormState }) {
  const { members } = useMe();
  const names = members.filter(({ role }) => role === 'licensed').map(({ name }) => name);
  return (
    <MoveForm title={say('answer.title')} form={form} send={say('answer.send')} locked>
      <Outcomes form={form} />
      <Notice tone="warn" title={say('override.title')}>
        <p>{say('override.ask', { names: names.join(', ') })}</p>
      </Notice>
    </MoveForm>
  );
}
