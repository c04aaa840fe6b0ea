import { missing, refuse, type Refusal } from './answer.ts';
import { valueOf, type Head } from './head.ts';

/** A name and a value that come back with every event of a mail. Its reader never sees them. */
export interface Tag {
  name: string;
  value: string;
}

/** What a mail is marked with: where its events go, and what they say beside it. */
export interface Marks {
  tags: readonly Tag[];
  configurationSet?: string;
}

/**
 * What the service itself refuses: its documents allow 256 characters, it takes 255; they do not name `.` and `@`, it
 * takes them in a value. https://docs.aws.amazon.com/ses/latest/APIReference/API_MessageTag.html
 */
const limits = { tags: 50, characters: 255, setCharacters: 64 } as const;
const namePattern = /^[\w-]+$/;
const valuePattern = /^[\w.@-]+$/;

/** From the call, or else from the headers that SES reads and takes off; it never joins the two. */
export const readMarks = (form: URLSearchParams, head: Head): Marks | Refusal => {
  const tags = tagsOfCall(form);
  if ('code' in tags) return tags;
  const set = form.get('ConfigurationSetName') ?? valueOf(head, 'x-ses-configuration-set');
  const refusal = refuseTags(tags) ?? refuseSet(set);
  if (refusal) return refusal;
  return { tags: tags.length > 0 ? tags : tagsOfHead(head), ...(set !== undefined && { configurationSet: set }) };
};

const tagsOfCall = (form: URLSearchParams): Tag[] | Refusal => {
  const tags: Tag[] = [];
  for (;;) {
    const at = tags.length + 1;
    const name = form.get(`Tags.member.${at}.Name`);
    const value = form.get(`Tags.member.${at}.Value`);
    if (name === null && value === null) return tags;
    if (name === null) return missing(`tags.${at}.member.name`);
    if (value === null) return missing(`tags.${at}.member.value`);
    tags.push({ name, value });
  }
};

/** `name=value, name=value`. What SES cannot read there it passes over, and sends the mail. */
const tagsOfHead = (head: Head): Tag[] =>
  (valueOf(head, 'x-ses-message-tags') ?? '')
    .split(',')
    .map((pair) => /^\s*([\w-]{1,255})=([\w.@-]{1,255})\s*$/.exec(pair))
    .flatMap((found) => (found ? [{ name: found[1] ?? '', value: found[2] ?? '' }] : []))
    .slice(0, limits.tags);

const refuseTags = (tags: readonly Tag[]): Refusal | undefined => {
  if (tags.length > limits.tags) return invalid(`The number of tags cannot exceed ${limits.tags}.`);
  return tags
    .map(({ name, value }) => refuseWord('name', name, namePattern) ?? refuseWord('value', value, valuePattern))
    .find((refusal) => refusal !== undefined);
};

const refuseWord = (kind: 'name' | 'value', word: string, pattern: RegExp): Refusal | undefined => {
  if (word === '') return invalid(`The tag ${kind} must be specified.`);
  if (word.length > limits.characters) return invalid(`Tag ${kind} cannot exceed ${limits.characters} characters.`);
  if (pattern.test(word)) return undefined;
  const signs = kind === 'name' ? "'_', and '-'" : "'_', '-', '.', and '@'";
  return invalid(`Invalid tag ${kind} <${word}>: only alphanumeric ASCII characters, ${signs} are allowed.`);
};

const refuseSet = (set: string | undefined): Refusal | undefined => {
  if (set === undefined) return undefined;
  if (set === '') return invalid('The configuration set name must be specified.');
  if (set.length > limits.setCharacters)
    return invalid(`Configuration set name cannot exceed ${limits.setCharacters} characters.`);
  const told = "only alphanumeric ASCII characters, '_', and '-' are allowed.";
  return namePattern.test(set) ? undefined : invalid(`Invalid configuration set name <${set}>: ${told}`);
};

const invalid = (message: string): Refusal => refuse('InvalidParameterValue', message);
