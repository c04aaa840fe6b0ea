/** Small signs beside words, never instead of them: screen readers pass them over. */
const paths = {
  flag: 'M4 14V2.5M4 3h8l-1.8 3L12 9H4',
  clock: 'M8 4.5V8l2.3 1.6M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0Z',
  check: 'M3 8.5 6.5 12 13 4.5',
  alert: 'M8 2.2 14.5 13.5h-13L8 2.2ZM8 6.5v3.2M8 11.6v.1',
  person: 'M8 8.2a2.8 2.8 0 1 0 0-5.7 2.8 2.8 0 0 0 0 5.7ZM2.5 14c.6-2.7 2.8-4 5.5-4s4.9 1.3 5.5 4',
  mail: 'M2 3.8h12v8.4H2zM2 4.5l6 4.4 6-4.4',
  lock: 'M4 7.2h8v6H4zM5.6 7V5a2.4 2.4 0 0 1 4.8 0v2',
  key: 'M9.6 6.4a3.2 3.2 0 1 0-3 3.2L8 8.2h1.5V6.7l.1-.3ZM9.2 8.4 13.5 4M12 5.5l1.2 1.2',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM10.4 10.4 14 14',
  copy: 'M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z',
  dot: 'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6Z',
} as const;

export type IconName = keyof typeof paths;

export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
    <path
      d={paths[name]}
      fill={name === 'dot' ? 'currentColor' : 'none'}
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </svg>
);
