/** The firewall's budget on one machine: so many posts from one address in a window that slides with them. */
export function requestBudget({
  requestsPerWindow,
  windowSeconds,
}: {
  requestsPerWindow: number;
  windowSeconds: number;
}) {
  const seen = new Map<string, number[]>();
  return {
    /** Counts a request; `false` when the address has used up its budget. */
    allows(address: string, now: number): boolean {
      const since = now - windowSeconds * 1000;
      const recent = (seen.get(address) ?? []).filter((at) => at > since);
      const allowed = recent.length < requestsPerWindow;
      seen.set(address, allowed ? [...recent, now] : recent);
      return allowed;
    },
  };
}
