import type { BasemapContent } from '@/layers/basemap-layers'
import type { Basemap } from '@/store/device/basemaps'

/** What maps draw of each basemap of this device that was opened, by id. */
const opened = new Map<string, Promise<BasemapContent>>()

/**
 * Opens a basemap, the same one for all maps of the page: opened anew it would have other addresses, and the tiles of a map that
 * is shown already would be asked for in vain. One that could not be opened may be tried again.
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
