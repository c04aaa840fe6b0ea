import { mayLetGo } from '#domain/case/let-go.ts';
import type { CasePage } from '#domain/desk/case-page.ts';
import { Button } from '../../ui/button.tsx';
import { takes, useDesk } from '../state/context.ts';
import { say } from '../words.ts';
import { LetterState } from './letter-state.tsx';

/** Letters are debts: which are owed, which went, which arrived, which could not. */
export function Letters() {
  const { letters } = useDesk().page;
  return (
    <section class="card" aria-labelledby="letters-title">
      <h2 id="letters-title">{say('letters.title')}</h2>
      {letters.length === 0 && <p class="hint">{say('letters.none')}</p>}
      <ul class="letters">
        {letters.map((letter) => (
          <li key={letter.id}>
            <span class="kind">
              {say(`letter.${letter.kind}`)} <small>{say('letters.to', { to: say(`reader.${letter.to}`) })}</small>
            </span>
            <LetterState letter={letter} />
            <SendIt letter={letter} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Nobody read it: what was held back leaves, what was given up or came back is written anew. */
function SendIt({ letter }: { readonly letter: CasePage['letters'][number] }) {
  const { page, act, acting } = useDesk();
  if (!takes(page, 'let-go') || !mayLetGo(page.letters, letter)) return null;
  const word = letter.state === 'held' ? 'letters.let-go' : 'letters.send-again';
  return (
    <Button
      small
      busy={acting === 'let-go'}
      label={say(`${word}.label`, { letter: say(`letter.${letter.kind}`) })}
      onClick={() => act({ move: 'let-go', letter: letter.id })}
    >
      {say(word)}
    </Button>
  );
}
