import { Notice, ProblemNotice } from '../ui/notice.tsx';
import { counted } from '../words/fill.ts';
import type { Taken } from './bulk.ts';
import words from './text/en.json' with { type: 'json' };

/** What became of a bulk take: somebody may have been quicker. */
export const TakenNotice = ({ taken: { taken, not, problem } }: { readonly taken: Taken }) => (
  <>
    {problem && <ProblemNotice problem={problem} />}
    {(taken > 0 || not.length > 0) && (
      <Notice tone={not.length > 0 ? 'warn' : 'good'}>
        {taken > 0 && counted(taken, words['taken.one'], words['taken.several'])}
        {not.length > 0 && (
          <>
            {' '}
            {words['taken.not']}
            <ul>
              {not.map(({ reference, why }) => (
                <li key={reference}>
                  <span class="ref">{reference}</span>: {why}
                </li>
              ))}
            </ul>
          </>
        )}
      </Notice>
    )}
  </>
);
