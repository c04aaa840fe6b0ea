/** The order of the house, as data. */

/** What may stand at the top (the plan's tree), beside dot files. `sst-env.d.ts` is made by SST and never committed. */
export const topLevel = [
  'web',
  'functions',
  'infra',
  'test',
  'docs',
  'broker.config.ts',
  'sst.config.ts',
  'sst-env.d.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'node_modules',
  'README.md',
];

/** A file of code is longer only for a reason. */
export const MOST_LINES = 150;
export const longFiles: Readonly<Record<string, string>> = {};

/** Astro's components are named like what they make; a README like a README everywhere. */
export const namedOtherwise = /^(web\/src\/(components|layouts)\/([A-Z][a-z0-9]+)+\.astro|(.*\/)?README\.md)$/;

/** `read-field.ts`, `fields.en.json`, `fields.zh-Hans.json`, `[type].astro`, `0010-no-router.md`. A language is written as its tag is. */
export const isKebabCase = (name: string): boolean =>
  name.split('.').every((part) => /^(\[[a-z]+\]|[a-z0-9]+(-[a-z0-9]+)*|zh-Hans)$/.test(part));

/** A path of one machine: it says nothing on another one. */
export const machinePath = /(?<![\w.~-])\/(home|root|Users|work|mnt|workspace|private)\/[\w.-]/;

/** Where packages come from is the business of the machine that installs; the one public registry is npm's own. */
export const registry = /https?:\/\/(?!registry\.npmjs\.org)[\w.:@-]*(registry|artifact|nexus|jfrog|npm)[\w.:-]*\//i;
