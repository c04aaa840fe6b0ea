import { useState } from 'preact/hooks';
import type { OnFile } from '#domain/abi/kr/on-file.ts';
import type { Move } from '#domain/case/moves/move.ts';
import type { Problem } from '../../api/problem.ts';
import { useDesk } from './context.ts';

type Shown = NonNullable<Extract<Move, { move: 'on-file' }>['onFile']>;

/** What was read: of the number of the case, and of those beside it. */
type Read = { readonly onFile?: OnFile; readonly more?: Readonly<Record<string, OnFile>> };

const address = (of: OnFile['mailing']): Shown['mailing'] => of && { ...of, lines: [...of.lines] };

/** The reading as it is sent: the same, with lists that may be written to. */
function sent({ mailing, physical, ...rest }: OnFile): Shown {
  const [post, place] = [address(mailing), address(physical)];
  return { ...rest, ...(post && { mailing: post }), ...(place && { physical: place }) };
}

/** Keeps what CBP's record shows on the case; the answer's form then begins with what it leads to. */
export function useKeepOnFile() {
  const { page, send, toNext } = useDesk();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const keep = async ({ onFile, more = {} }: Read) => {
    setBusy(true);
    const others = Object.fromEntries(Object.entries(more).map(([name, shown]) => [name, sent(shown)]));
    const move: Move = {
      move: 'on-file',
      ...(onFile && { onFile: sent(onFile) }),
      ...(Object.keys(others).length > 0 && { more: others }),
    };
    const failed = await send(move, page.version);
    setBusy(false);
    setProblem(failed);
    if (!failed) toNext();
  };
  return { keep: (read: Read) => void keep(read), busy, problem };
}
