/** Rows as CSV (RFC 4180, UTF-8, lines end with CR LF). A cell that a spreadsheet could take for a formula is made plain text. */
export type WriteCsv = (rows: readonly (readonly string[])[]) => string;
