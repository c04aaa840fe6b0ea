import { maskSsn } from '../mask.ts';

/** Nine bare digits where K1 has its importer number: an EIN or a Social Security number, and nobody can tell which. */
const bareNumber = /^([\s>|\ufeff]*K1)\d{5}(?=\d{4})/gim;

/**
 * A paste with every Social Security number masked, for the browser to do before anything is shown back, stored or sent:
 * `***-**-1234` for NNN-NN-NNNN anywhere, `*****1234` for nine bare digits in K1's place. Columns stay where they are.
 */
export const maskKr = (pasted: string): string => maskSsn(pasted).replace(bareNumber, '$1*****');
