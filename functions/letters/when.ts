export { when } from '#domain/when.ts';
