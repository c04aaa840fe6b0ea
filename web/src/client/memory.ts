/** The browser's memory of this tab, for this page and language. One that keeps nothing is no trouble: the page still works. */
export function memory(text?: string): string {
  try {
    if (text) sessionStorage.setItem(location.pathname, text);
    if (text === '') sessionStorage.removeItem(location.pathname);
    return sessionStorage.getItem(location.pathname) ?? '';
  } catch {
    return '';
  }
}
