import type { ResultCode } from './places.ts';

/**
 * Where an answer leads. `on-file`: the name can be told, an update sent. `none`: look at the number again; a first
 * 5106 may be due. `void`: documents to CBP. `inactive`: an update with Action Code A revives it.
 */
export type KrTrack = 'on-file' | 'none' | 'void' | 'inactive';

export interface KrResult {
  readonly code: ResultCode;
  /** The key of its words in `abi/text/en.json`, and with `.next` behind it of what to do. */
  readonly words: `kr.result.${ResultCode}`;
  readonly track: KrTrack;
  /** Where documents go, when they do. */
  readonly writeTo?: string;
  /** The subject that CBP asks for. */
  readonly subject?: string;
  /** The action code of the update (TP) that cures it. */
  readonly actionCode?: 'A';
}

/**
 * Query result codes of K1 (Importer/Bond Query v7, 15 July 2025). Void: documents go to the bond team (CSMS 19-000326).
 * Inactive: Action Code A with all data of the 5106 (CSMS 69056621, 2026).
 */
export const krResults: Readonly<Record<ResultCode, KrResult>> = {
  0: { code: '0', words: 'kr.result.0', track: 'none' },
  1: { code: '1', words: 'kr.result.1', track: 'on-file' },
  2: { code: '2', words: 'kr.result.2', track: 'on-file' },
  3: { code: '3', words: 'kr.result.3', track: 'void', writeTo: 'bondquestions@cbp.dhs.gov' },
  4: {
    code: '4',
    words: 'kr.result.4',
    track: 'inactive',
    subject: 'IOR reactivation request',
    actionCode: 'A',
  },
};
