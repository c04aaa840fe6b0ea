/** Limits that the cloud's Router and the local one share, so that one machine says no where the cloud would. */
export const limits = {
  /** A request body; the same number is the Lambda's own check. */
  bodyBytes: 64 * 1024,
  /** Posts to /api/ from one address in a window; a small office behind one address stays far below. */
  requestsPerWindow: 100,
  /** Posts of a team at its desk, all from one office's address. */
  deskRequestsPerWindow: 1000,
  windowSeconds: 300,
} as const;
