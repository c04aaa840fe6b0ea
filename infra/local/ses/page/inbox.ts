import * as z from 'zod/mini';
import { mailSchema } from '../mail.ts';
import { find } from './element.ts';
import { listenToFaults, refreshFaults } from './fault-control.ts';
import { drawList, markSelected } from './list.ts';
import { drawNothing, drawReader } from './reader.ts';

const listSchema = z.array(mailSchema);
const reader = find('reader', HTMLElement);
const status = find('status', HTMLParagraphElement);
const clear = find('clear', HTMLButtonElement);

/** The address names the message, so that back, reload and a copied link all work. */
const selected = (): string => location.hash.slice(1);

let drawn = '';

const refreshList = async (): Promise<void> => {
  const response = await fetch('/messages?limit=200', { cache: 'no-cache' });
  const tag = response.headers.get('etag') ?? '';
  if (tag === drawn) return;
  drawList(listSchema.parse(await response.json()), Number(response.headers.get('x-total-count')), selected());
  drawn = tag;
};

const openSelected = async (): Promise<void> => {
  const id = selected();
  document.body.classList.toggle('reading', id !== '');
  markSelected(id);
  if (!id) {
    drawNothing(reader, 'Choose a message to read it.');
    return;
  }
  const response = await fetch(`/messages/${encodeURIComponent(id)}`);
  if (id !== selected()) return;
  if (response.ok) drawReader(reader, mailSchema.parse(await response.json()));
  else drawNothing(reader, 'This message is gone.');
  reader.scrollTop = 0;
  // On a small screen the list gives way to the message, and the focus with it.
  if (!clear.checkVisibility()) reader.focus();
};

/** Asks again two seconds after each answer, so that a slow machine is never asked twice at once. */
const watch = async (): Promise<void> => {
  try {
    await Promise.all([refreshList(), refreshFaults()]);
    status.hidden = true;
  } catch {
    status.textContent = 'The inbox does not answer. Trying again.';
    status.hidden = false;
  }
  setTimeout(() => void watch(), 2000);
};

clear.addEventListener('click', () => {
  if (!confirm('Delete all messages from this machine?')) return;
  void fetch('/messages', { method: 'DELETE' }).then(() => {
    location.hash = '';
    return refreshList();
  });
});

listenToFaults();
addEventListener('hashchange', () => void openSelected());
void openSelected();
void watch();
