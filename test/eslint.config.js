import tseslint from 'typescript-eslint';

/** Typed rules that keep the habits of the house; formatting is the formatter's. */
export default tseslint.config(
  { ignores: ['**/dist/**', '.sst/**', '**/.astro/**', 'node_modules/**', '.local/**', 'sst-env.d.ts'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    ignores: [
      'sst.config.ts',
      'infra/*.ts',
      '!infra/table-shape.ts',
      '!infra/limits.ts',
      '!infra/headers.ts',
      '!infra/objectives.ts',
      '!infra/page-count.ts',
      'web/*.ts',
      'web/src/pages/**',
      // They speak to Astro's own modules, which only Astro's check knows.
      'web/src/content/**',
      'web/src/content.config.ts',
    ],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { project: ['./tsconfig.json'], tsconfigRootDir: new URL('..', import.meta.url).pathname },
    },
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'max-lines': ['warn', { max: 150, skipComments: true, skipBlankLines: true }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['infra/local/**/*.ts', 'test/**/*.ts'],
    rules: { 'no-console': 'off', 'max-lines': 'off' },
  },
);
