import type { DeskPorts } from '../desk-ports.ts';

export type CaseRoutePorts = Pick<DeskPorts, 'broker' | 'cases' | 'log' | 'now'>;
