import type { BasemapContent } from '@/layers/basemap-layers'
import type { Basemap } from '@/store/device/basemaps'

/** Opened basemaps of this device, by id. */
const opened = new Map<string, Promise<BasemapContent>>()

/**
 * Opens a basemap once for all maps of the page: opening it again would give new tile addresses and invalidate the
 * tiles of a map already shown. A basemap that failed to open can be tried again.
 */
export function openedBasemap(basemap: Basemap): Promise<BasemapContent> {
  const { id } = basemap
  const known = opened.get(id)
  if (known) return known
  const content = import('./load-basemap').then(({ loadBasemap }) => loadBasemap(basemap))
  opened.set(id, content)
  content.catch(() => opened.delete(id))
  return content
}
