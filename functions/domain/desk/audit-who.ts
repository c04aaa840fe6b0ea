/** Who is on record beside members: who holds a mailed link, and a stranger at the door. Apart from the schemas, for the browser. */
export const IMPORTER = 'importer';
export const NOBODY = 'nobody';
