/** Lengths and first digits of cards in use: Visa, Mastercard, UnionPay, Discover, Maestro, JCB; American Express; Diners. */
const issued = /^(?:4(?:.{12}|.{15}|.{18})|(?:5|35|2[2-7]).{14,15}|6.{15,18}|3[47].{13}|3[068].{12})$/;

/** Whether digits can be a payment card's: an issuer's first digits, and the last one right (Luhn, ISO/IEC 7812-1). */
export const isCard = (digits: string): boolean => issued.test(digits) && luhn(digits) % 10 === 0;

const luhn = (digits: string): number =>
  Array.from(digits).reduceRight((sum, digit, at, { length }) => {
    const worth = Number(digit) * ((length - at) % 2 === 0 ? 2 : 1);
    return sum + (worth > 9 ? worth - 9 : worth);
  }, 0);

/** Whether letters and digits can be an IBAN: 97 divides them right (ISO 13616). */
export function isIban(text: string): boolean {
  const iban = text.replace(/[^a-z\d]/gi, '');
  if (iban.length < 15 || iban.length > 34) return false;
  const turned = Array.from(iban.slice(4) + iban.slice(0, 4), (char) => Number.parseInt(char, 36));
  return turned.reduce((rest, value) => (rest * (value > 9 ? 100 : 10) + value) % 97, 0) === 1;
}
