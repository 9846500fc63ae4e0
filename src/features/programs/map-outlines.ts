// The drawn states, fetched when the map is first opened and kept: the largest part of the map, and the one that never
// changes. Made by `catalog outlines`.
import type { PlateBox } from '#domain/map.ts';

export interface Outlines {
  readonly unitsPerPlateUnit: number;
  readonly states: readonly {
    readonly code: string;
    readonly name: string;
    readonly box: PlateBox;
    readonly path: string;
  }[];
  readonly insets: readonly { readonly zone: string; readonly box: PlateBox }[];
}

let coming: Promise<Outlines> | undefined;

/** A refusal is forgotten, so that the next opening of the map asks again. */
export function loadOutlines(): Promise<Outlines> {
  coming ??= import('./map-outlines.json').then(
    (module) => module.default,
    (error: unknown) => {
      coming = undefined;
      throw error;
    },
  );
  return coming;
}
