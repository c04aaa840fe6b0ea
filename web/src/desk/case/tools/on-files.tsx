import type { OnFile as Shown } from '#domain/abi/kr/on-file.ts';
import { useDesk } from '../state/context.ts';
import { OnFile } from './on-file.tsx';

type Props = {
  readonly onFile: Shown | undefined;
  /** Of the numbers beside the first, by the name of their question. */
  readonly more: Readonly<Record<string, Shown | undefined>>;
};

/** What CBP's record shows, of each number of the case under its own heading where there are several. */
export function OnFiles({ onFile, more }: Props) {
  const { page } = useDesk();
  if (page.more.length === 0) return onFile ? <OnFile onFile={onFile} /> : null;
  const all = [{ ...page.importer, onFile }, ...page.more.map((one) => ({ ...one, onFile: more[one.name] }))];
  return (
    <>
      {all.map(({ shown, masked, onFile: filed }) =>
        filed ? (
          <section key={shown ?? masked}>
            <h4>{shown ?? masked}</h4>
            <OnFile onFile={filed} />
          </section>
        ) : null,
      )}
    </>
  );
}
