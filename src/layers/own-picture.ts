import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec'

const KEY = 'chentu:alone'

/**
 * Metadata of a layer that changes independently: the canvas engine gives it a picture of its own, so that layers
 * below need no redraw.
 */
export const OWN_PICTURE = { [KEY]: true }

export const hasOwnPicture = ({ metadata }: LayerSpecification): boolean =>
  (metadata as Record<string, unknown> | undefined)?.[KEY] === true
