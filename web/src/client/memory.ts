/** The browser's memory of this tab, for this page and language. One that keeps nothing is no trouble: the page still works. */
export function memory(text?: string): string {
  try {
    if (text !== undefined) sessionStorage.setItem(location.pathname, text);
    return sessionStorage.getItem(location.pathname) ?? '';
  } catch {
    return '';
  }
}
