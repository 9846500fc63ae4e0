/** `Coeur d'Alene, ID` → `coeur-d-alene-id`: lower case, no accents, everything else a hyphen. */
export const slugOf = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
