import { pasteProblemWords } from '#domain/abi/words.ts';
import { Notice } from '../../ui/notice.tsx';
import { markedLines } from '../model/paste-lines.ts';
import { say } from '../words.ts';

type Problems = readonly Parameters<typeof pasteProblemWords>[0][];

/** Every problem of a paste in words, by line and column, and the lines themselves with the places marked. */
export function PasteProblems({ masked, problems }: { readonly masked: string; readonly problems: Problems }) {
  if (problems.length === 0) return null;
  const title = problems.length === 1 ? say('kr.problem') : say('kr.problems', { n: problems.length });
  return (
    <Notice tone="warn" title={title}>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.line}/${problem.column ?? 0}/${problem.code}`}>{pasteProblemWords(problem)}</li>
        ))}
      </ul>
      {markedLines(masked, problems).map(({ number, parts }) => (
        <div key={number} class="marked" tabIndex={0} role="group" aria-label={say('kr.marked', { line: number })}>
          <small>{say('kr.marked', { line: number })}</small>
          <pre>
            {parts.map(({ text, bad }, index) =>
              bad ? <mark key={index}>{text === ' ' ? '␣' : text}</mark> : <span key={index}>{text}</span>,
            )}
          </pre>
        </div>
      ))}
    </Notice>
  );
}
