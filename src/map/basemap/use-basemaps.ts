import { type RefObject, useEffect, useMemo, useState } from 'react'
import type { BasemapContent, LoadedBasemap } from '@/layers/basemap-layers'
import type { LiveMap } from '@/map/engine/live-map'
import { type Basemap, useBasemaps } from '@/store/device/basemaps'
import { openedBasemap } from './opened-basemap'
import { useLoadedPackageBasemap } from './use-package-basemap'

interface Basemaps {
  /** Basemaps that are switched on and open, lowest first: the package's own, then those of this device. */
  readonly loaded: readonly LoadedBasemap[]
  /** Basemaps that could not be opened. */
  readonly broken: readonly Basemap[]
  /** True while others are still opening: a picture drawn now would lack them. */
  readonly opening: boolean
}

/** The basemaps that are switched on. */
export function useLoadedBasemaps(): Basemaps {
  const basemaps = useBasemaps((state) => state.basemaps)
  const ofPackage = useLoadedPackageBasemap()
  const [contents, setContents] = useState<Readonly<Record<string, BasemapContent | 'broken'>>>({})
  const missing = basemaps.filter(({ id, on }) => on && !(id in contents))
  const asked = missing.map(({ id }) => id).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` lists the ids of `missing`; compared by value
  useEffect(() => {
    let gone = false
    for (const basemap of missing) {
      void openedBasemap(basemap)
        .catch(() => 'broken' as const)
        .then((content) => !gone && setContents((before) => ({ ...before, [basemap.id]: content })))
    }
    return () => {
      gone = true
    }
  }, [asked])
  // Retry basemaps that could not be opened once the network is back.
  useEffect(() => {
    const onOnline = () =>
      setContents((before) => Object.fromEntries(Object.entries(before).filter(([, content]) => content !== 'broken')))
    addEventListener('online', onOnline)
    return () => removeEventListener('online', onOnline)
  }, [])
  return useMemo(() => {
    const on = basemaps.filter((each) => each.on)
    const added = on.flatMap((basemap) => {
      const content = contents[basemap.id]
      return content === undefined || content === 'broken' ? [] : [{ basemap, content }]
    })
    return {
      loaded: ofPackage.loaded ? [ofPackage.loaded, ...added] : added,
      broken: on.filter(({ id }) => contents[id] === 'broken'),
      opening: ofPackage.opening || on.some(({ id }) => !(id in contents)),
    }
  }, [basemaps, contents, ofPackage])
}

/** Sets `data-basemaps` on the map's container to the ids of the drawn basemaps whenever the map becomes idle. */
export function useBasemapsDrawn(
  map: LiveMap | null,
  container: RefObject<HTMLElement | null>,
  basemaps: readonly LoadedBasemap[],
): void {
  const ids = basemaps.map(({ basemap }) => basemap.id).join(' ')
  useEffect(() => {
    const rest = map?.on('idle', () => container.current?.setAttribute('data-basemaps', ids))
    return () => {
      rest?.unsubscribe()
      container.current?.removeAttribute('data-basemaps')
    }
  }, [map, container, ids])
}
