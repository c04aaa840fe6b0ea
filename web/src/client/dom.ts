export { all, made, one } from './elements.ts';

const [first] = document.forms;
if (!first) throw new Error('form');
export const form = first;
