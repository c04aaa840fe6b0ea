import type { AuditStore } from '#casework/sign-in/ports.ts';
import type { AuditEvent } from '#domain/desk/kept.ts';

/** An audit trail in memory. It passes the suite that DynamoDB passes (test/contract/desk-audit.test.ts). */
export function memoryAudit(): AuditStore & { readonly all: () => readonly AuditEvent[] } {
  const kept: { readonly key: string; readonly event: AuditEvent }[] = [];
  return {
    all: () => kept.map(({ event }) => event),
    add(event) {
      kept.push({ key: `${event.at}#${String(kept.length).padStart(9, '0')}`, event: structuredClone(event) });
      return Promise.resolve();
    },
    list(month, { most, cursor = '~' }) {
      const found = kept.filter(({ key }) => key.startsWith(month) && key < cursor);
      found.sort((a, b) => (a.key < b.key ? 1 : -1));
      const page = found.slice(0, most);
      const last = page.at(-1)?.key;
      const more = found.length > page.length && last !== undefined;
      return Promise.resolve({ events: page.map(({ event }) => event), ...(more && { cursor: last }) });
    },
  };
}
