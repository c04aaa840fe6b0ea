import { defineCollection, reference } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { drawings } from './help/drawings.ts';

/** A day as people write it in front matter, `2026-11-27`; YAML reads it as a date. */
const day = z.coerce.date();

/** What each text says about itself. A text that lacks one of these is not built. */
const text = z.strictObject({
  title: z.string().min(4).max(70),
  /** One or two sentences: the lead of the page, and what search engines show. */
  summary: z.string().min(15).max(200),
  updated: day,
  /** Until when somebody must have looked at its sources again. Past it, the page says so, and the build too. */
  reviewBy: day,
  sources: z.array(z.strictObject({ id: reference('sources'), says: z.string().min(4) })).min(1),
});

/** The file's own path: a language's tag keeps its capitals, which a slug would not. */
const generateId = ({ entry }: { readonly entry: string }): string => entry.replace(/\.md$/, '');

export const collections = {
  /** What our texts stand on, each named once; a text says what it takes from which. */
  sources: defineCollection({
    loader: file('src/content/sources.json'),
    schema: z.strictObject({
      id: z.string(),
      name: z.string().min(10),
      /** When it was published, or when we read it: `2026-07`. */
      date: z.string().regex(/^20\d\d-\d\d(-\d\d)?$/),
      /** We read it itself, or others told us of it. */
      read: z.enum(['itself', 'reported']),
      url: z.optional(z.url()),
    }),
  }),
  guides: defineCollection({
    loader: glob({ base: 'src/content/guides', pattern: '*/*.md', generateId }),
    schema: z.strictObject({ ...text.shape, drawing: z.optional(z.enum(drawings)) }),
  }),
  /** The ends of the triage: the body says what to do now. */
  results: defineCollection({
    loader: glob({ base: 'src/content/results', pattern: '*/*.md', generateId }),
    schema: z.strictObject({ ...text.shape, means: z.string().min(15) }),
  }),
};
