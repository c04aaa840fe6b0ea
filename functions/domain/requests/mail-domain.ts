/** The domain of an address, in lower case; empty for an empty address. */
export const domainOf = (address: string): string => address.trim().toLowerCase().split('@').at(-1) ?? '';

/** Whether an address is in one of the domains given, or in a domain under one of them. */
export const isUnder = (address: string, domains: readonly string[]): boolean => {
  const domain = domainOf(address);
  return domains.some((one) => domain === one || domain.endsWith(`.${one}`));
};
