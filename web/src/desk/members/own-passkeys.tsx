import { useState } from 'preact/hooks';
import type { ShownPasskey } from '#domain/desk/session.ts';
import { call } from '../api/call.ts';
import type { Problem } from '../api/problem.ts';
import { useMe } from '../shell/me.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Notice, ProblemNotice } from '../ui/notice.tsx';
import { Time } from '../ui/time.tsx';
import { fill } from '../words/fill.ts';
import { RemoveDialog } from './remove-dialog.tsx';
import words from './text/en.json' with { type: 'json' };

/** The passkeys of whoever reads this: seen, added, removed. The last one stays. */
export function OwnPasskeys() {
  const me = useMe();
  const [passkeys, setPasskeys] = useState<readonly ShownPasskey[]>(me.passkeys);
  const [leaving, setLeaving] = useState<ShownPasskey>();
  return (
    <section class="card" aria-labelledby="own">
      <h2 id="own">{words.own}</h2>
      <p>{words['own.text']}</p>
      <ul class="passkeys">
        {passkeys.map((passkey) => (
          <Passkey
            key={passkey.id}
            passkey={passkey}
            only={passkeys.length === 1}
            onRemove={() => setLeaving(passkey)}
          />
        ))}
      </ul>
      <AddPasskey onAdded={(passkey) => setPasskeys([...passkeys, passkey])} />
      {leaving && (
        <RemoveDialog
          passkey={leaving}
          onClose={() => setLeaving(undefined)}
          onRemoved={() => {
            setPasskeys(passkeys.filter(({ id }) => id !== leaving.id));
            setLeaving(undefined);
          }}
        />
      )}
    </section>
  );
}

type PasskeyProps = { readonly passkey: ShownPasskey; readonly only: boolean; readonly onRemove: () => void };

const Passkey = ({ passkey: { name, madeAt, usedAt, backedUp }, only, onRemove }: PasskeyProps) => (
  <li>
    <div>
      <b>{name}</b>
      <small>{words[backedUp ? 'own.synced' : 'own.device']}</small>
      <small>
        {words['own.made']} <Time at={madeAt} short />.{' '}
        {usedAt === undefined ? (
          words['own.never']
        ) : (
          <>
            {words['own.used']} <Time at={usedAt} short />
          </>
        )}
      </small>
      {only && <small>{words['own.last']}</small>}
    </div>
    {!only && (
      <Button small label={fill(words['own.remove.label'], { name })} onClick={onRemove}>
        {words['own.remove']}
      </Button>
    )}
  </li>
);

function AddPasskey({ onAdded }: { readonly onAdded: (passkey: ShownPasskey) => void }) {
  const [name, setName] = useState('');
  const [state, setState] = useState<'idle' | 'busy' | 'added'>('idle');
  const [problem, setProblem] = useState<Problem>();
  const add = async () => {
    setState('busy');
    setProblem(undefined);
    const done = await added(name.trim());
    if ('problem' in done) {
      setProblem(done.problem);
      setState('idle');
      return;
    }
    onAdded(done.ok);
    setName('');
    setState('added');
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      {problem && <ProblemNotice problem={problem} />}
      {state === 'added' && <Notice tone="good">{words['own.added']}</Notice>}
      <TextField
        label={words['own.name']}
        hint={words['own.name.hint']}
        max={60}
        optional
        value={name}
        onType={setName}
      />
      <Button submit busy={state === 'busy'}>
        {words['own.add']}
      </Button>
    </form>
  );
}

/** The library comes only when somebody adds one: few who open this page do. */
async function added(name: string) {
  const { make } = await import('../sign-in/passkey.ts');
  const task = await call('passkeys/options');
  if ('problem' in task) return task;
  const made = await make(task.ok.options);
  if ('problem' in made) return made;
  return call('passkeys', { body: { response: made.response, ...(name !== '' && { name }) } });
}
