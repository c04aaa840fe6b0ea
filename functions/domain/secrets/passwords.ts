import type { Secret } from './secret.ts';

/** The words for a password or a code that opens something, in see-through text, so without accents. */
const names = String.raw`(?<![a-z])(?:pass(?:[ -]?word|code|phrase|wd)?s?|pwd|pw|pin(?: (?:code|number))?|otp|cv[vc]2?|(?:one[- ]?time|verification|security|access|login|log-in|sms|authentication) (?:code|password|pin)|passwort|kennwort|mot de passe|senha|contrasena|clave|codigo de (?:verificacion|seguridad|acceso)|mat khau)(?![a-z])|密[码碼]|口令|[验驗][证證][码碼]`;

const named = new RegExp(names, 'i');
const says = String.raw`\s*(?:[:=]|(?<![a-z])(?:is|was|es|era|ist|est)(?![a-z])\s*:?|[为為是])\s*`;
const word = String.raw`("[^"\n]+"|[!-~]+|[^\s\0]+)`;

const said = new RegExp(String.raw`(?:${names})((?:[ \t]+[^\s:=.,;!?\0]+){0,4}?)${says}${word}`, 'gi');
const bare = new RegExp(String.raw`(?:${names})[ \t#-]*(?![:=])("[^"\n]+"|[!-~]+)`, 'gi');
const before = new RegExp(
  String.raw`(?<![!-~])([!-~]{3,64})[ \t]+(?:is|es|as|como)[ \t]+(?:[a-z]+[ \t]+){0,3}?(?:${names})`,
  'gi',
);

/** What people write behind such a word when they do not tell it. */
const noSecret =
  /^(?:not?|never|wrong|in?correct[ao]?|(?:in)?valid[ao]?|reset|lost|unknown|ok|okay|right|still|also|too|the|an?|my|our|your|for|in|on|at|to|and|or|it|that|this|what|none|n\/a|same|only|been|sent|secret|la|el|un|mi|que|para|de|pero|here|gone|fine|good|bad|weak|old|new|empty|broken|hidden|set|forgotten|as|so|when|where|how|why|you|we|i|if|but|by|from|of|with|already|[a-z]{2,}(?:ed|ing))(?![a-z])|^[*•.x]{3,}$|^\/\//i;

/** A word that nobody writes by chance, or in quotes. */
const isCoded = (word: string): boolean => /^"./.test(word) || (/\d/.test(word) && /[^.,;:)]{3}/.test(word));
const isTold = (word: string): boolean => /\d/.test(word) || !noSecret.test(word);

/** Every password that a see-through text tells. */
export function passwords(text: string): Secret[] {
  // Most texts name none, and the slow patterns are prepared for the first that does.
  if (!named.test(text)) return [];
  const behind = [
    ...Array.from(text.matchAll(said)).filter(([, between = '', word = '']) => (between ? isCoded : isTold)(word)),
    ...Array.from(text.matchAll(bare)).filter(([, word = '']) => isCoded(word)),
  ];
  const ahead = Array.from(text.matchAll(before)).filter(([, word = '']) => isCoded(word));
  return [
    ...behind.map(({ 0: all, index, ...groups }) => wordAt(groups[2] ?? groups[1] ?? '', index + all.length)),
    ...ahead.map(({ 1: word = '', index }) => wordAt(word, index + word.length)),
  ];
}

/** What ends the sentence is no part of the word. */
function wordAt(word: string, end: number): Secret {
  const from = end - word.length;
  return { kind: 'password', from, to: from + word.replace(/[.,;)]+$/, '').length };
}
