export { isMoment, when } from '#domain/when.ts';
