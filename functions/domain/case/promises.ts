/** What we promise of a letter (docs/operations.md): the mail service takes 999 of 1,000 so soon, and delivers 99 of 100. */
export const ON_TIME_SECONDS = 60;
export const SOON_SECONDS = 300;
