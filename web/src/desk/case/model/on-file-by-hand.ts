import { resultCodes } from '#domain/abi/kr/places.ts';
import type { OnFile } from '#domain/abi/kr/on-file.ts';

/** What was typed from CBP's answer, or what is missing. A name is asked only where a record is on file (codes 1 and 2). */
export function onFileByHand(
  values: Readonly<Record<string, string>>,
): OnFile | { readonly missing: 'result' | 'abbreviatedName' } {
  const result = resultCodes.find((code) => code === values['result']);
  if (!result) return { missing: 'result' };
  if (result !== '1' && result !== '2') return { result };
  // CBP's record is in capitals; nothing else is changed.
  const [abbreviatedName = '', legalName = ''] = ['abbreviatedName', 'legalName'].map((name) =>
    (values[name] ?? '').trim().toUpperCase(),
  );
  if (abbreviatedName === '') return { missing: 'abbreviatedName' };
  return { result, abbreviatedName, ...(legalName !== '' && { legalName }) };
}
