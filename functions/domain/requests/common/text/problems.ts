import type { Problem, ProblemCode } from '../../../problem.ts';

/** What a problem's words are filled with: the question's label and, when it has one, an example. */
export type FieldWords = { readonly label: string; readonly example?: string | undefined };
export type ProblemTexts = Readonly<Record<ProblemCode, string>> & { readonly example: string };

/** The page carries only the codes that its script can find. */
type SomeTexts = Readonly<Partial<Record<ProblemCode, string>>> & { readonly example: string };

/** One problem in words: what is wrong, what is expected, an example. The same on the page, in JSON and on the door's page. */
export function problemWords(texts: SomeTexts, problem: Problem, words: FieldWords, limits: object): string {
  const fills: Record<string, string> = {
    label: words.label,
    example: words.example ? texts.example.replace('{example}', words.example) : '',
    min: 'min' in limits ? String(limits.min) : '',
    max: 'max' in limits ? String(limits.max) : '',
  };
  const filled = (texts[problem.code] ?? '{label}').replace(
    /\{(label|example|min|max)\}/g,
    (_, name: string) => fills[name] ?? '',
  );
  // A label that is a question ends its own sentence.
  return filled.replace(/\?: (\p{L})/u, (_, letter: string) => `? ${letter.toUpperCase()}`).replace('？：', '？');
}
