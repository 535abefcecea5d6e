// Names by which parts of the page are linked to within it.

/** Of a claim's card; a key has characters that a fragment may not. */
export const anchorOf = (key: string): string => `claim-${key.slice(0, 12)}-${key.slice(key.lastIndexOf("/") + 1)}`;
