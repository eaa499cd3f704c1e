import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec'

const KEY = 'chentu:alone'

/** Metadata of a layer that changes by itself: on a canvas it has a picture of its own, so that those below it stand. */
export const ALONE = { [KEY]: true }

export const isAlone = ({ metadata }: LayerSpecification): boolean =>
  (metadata as Record<string, unknown> | undefined)?.[KEY] === true
