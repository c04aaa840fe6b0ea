/** The same page in each language that the broker offers (`hreflang`), and the page for everybody else. One language needs none. */
export function languagesOf(languages: readonly string[], path: string): { language: string; address: string }[] {
  const [first, ...others] = languages;
  if (first === undefined || others.length === 0) return [];
  const named = languages.map((language) => ({ language, address: `/${language}/${path}` }));
  return [...named, { language: 'x-default', address: `/${first}/${path}` }];
}
