import { waitNoMore } from '../api/tabs.ts';
import { StepTitle } from './step-title.tsx';
import words from './text/en.json' with { type: 'json' };

/** Another tab waited for this: it has what was typed, so it goes on, and this one only says so. */
export const DoneStep = () => (
  <>
    <StepTitle>{words['done.title']}</StepTitle>
    <p>
      {words['done.text']} {words['done.close']}
    </p>
    <a class="btn btn-plain" href="/desk/" onClick={waitNoMore}>
      {words['done.here']}
    </a>
  </>
);
