/** What stands where one was taken out (`text/en.json`), told from all else. */
export const inItsPlace = /\[[a-z ]{4,20} removed\]/g;
