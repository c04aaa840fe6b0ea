import type { DeskPorts } from '../desk-ports.ts';

export type CaseRoutePorts = Pick<DeskPorts, 'audit' | 'broker' | 'cases' | 'log' | 'now'>;
