/** Addresses are asked only when the record may have changed. Apart from the fields, so that the page's rules do not carry all countries. */
export const changed = [{ field: 'recordChanged', in: ['yes', 'not-sure'] }] as const;
