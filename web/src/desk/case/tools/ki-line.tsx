import { CopyButton } from '../../ui/copy-button.tsx';
import { useDesk } from '../state/context.ts';
import { say } from '../words.ts';

/** Columns as ABI people count them: a dot each, a number each ten. */
const ruler = Array.from({ length: 8 }, (_, tens) => `....:....${(tens + 1) % 10}`).join('');

/** The line that asks CBP for this importer, with all numbers of the request, ready to paste into the ABI software. */
export function KiLine() {
  const { tools, importer, more } = useDesk().page;
  const leavesOut = [importer, ...more].some(({ kind }) => kind === 'ssn');
  const line = tools?.kiLine;
  return (
    <section class="tool">
      <h3>{say('ki.title')}</h3>
      {line === undefined ? (
        <p>{say('ki.none')}</p>
      ) : (
        <>
          <p class="hint">{say('ki.hint')}</p>
          {leavesOut && <p class="hint">{say('ki.left-out')}</p>}
          <div class="ki" tabIndex={0} role="group" aria-label={say('ki.label')}>
            <pre aria-hidden="true" class="ruler">
              {ruler}
            </pre>
            <pre>{line}</pre>
          </div>
          <CopyButton text={line} label={say('ki.copy')} />
        </>
      )}
    </section>
  );
}
