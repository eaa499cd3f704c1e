import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { PackageArchive } from '@/io/basemap/package-archive'
import type { PackageBasemap } from '@/io/package/basemap-setting'
import type { BasemapContent, LoadedBasemap } from '@/layers/basemap-layers'
import { useChentu } from '@/store/chentu'
import { PACKAGE_BASEMAP, useBasemaps } from '@/store/device/basemaps'
import { usePackageBasemap } from '@/store/device/package-basemap'
import { datasetWorker } from '@/workers/client'

/** The dataset whose basemap was requested last. */
let asked: unknown = null

/** Opens the basemap of the open package, once per dataset, and again when the network is back. */
export function useOpenPackageBasemap(): void {
  const address = useChentu((state) => state.address)
  const dataset = useChentu((state) => state.opened?.dataset)
  useEffect(() => {
    if (!dataset) return
    const openIt = async () => {
      asked = dataset
      const { named, isSure } = await datasetWorker()
        .basemapOfPackage()
        .catch(() => ({ named: dataset.basemap, isSure: false }))
      if (asked === dataset && !isOpen(address, named)) await usePackageBasemap.getState().open(address, named, isSure)
    }
    if (asked !== dataset) void openIt()
    const onOnline = () => void openIt()
    addEventListener('online', onOnline)
    return () => removeEventListener('online', onOnline)
  }, [address, dataset])
}

/** Whether this basemap is already open with the same settings; a change of the package's tables does not affect it. */
function isOpen(address: string, named: PackageBasemap | null): boolean {
  const { archive, address: of } = usePackageBasemap.getState()
  if (!archive?.folder || of !== address) return false
  return JSON.stringify(archive.setting) === JSON.stringify(named)
}

/** The package's basemap if it is switched on; `loaded` is null until it is open, and if there is none. */
export function useLoadedPackageBasemap(): { readonly loaded: LoadedBasemap | null; readonly opening: boolean } {
  useOpenPackageBasemap()
  const { i18n } = useTranslation()
  const { on, opacity } = useBasemaps((state) => state.ofPackage)
  const archive = usePackageBasemap((state) => state.archive)
  const { content, opening } = useContent(on ? archive : null)
  const loaded = useMemo(() => {
    if (!archive || !content) return null
    const { title, attribution, datum } = archive.setting
    const basemap = {
      id: PACKAGE_BASEMAP,
      name: title ? inLanguage(title, i18n.language) : archive.setting.path,
      kind: 'pmtiles' as const,
      url: null,
      layers: '',
      datum,
      attribution,
      on: true,
      opacity,
    }
    return { basemap, content }
  }, [archive, content, opacity, i18n.language])
  return useMemo(() => ({ loaded, opening }), [loaded, opening])
}

/** Map content of each archive, shared by all maps of the page. */
const contents = new WeakMap<PackageArchive, Promise<BasemapContent>>()

function useContent(archive: PackageArchive | null): { content: BasemapContent | null; opening: boolean } {
  const [made, setMade] = useState<{ of: PackageArchive; content: BasemapContent | null } | null>(null)
  useEffect(() => {
    if (!archive) return
    let gone = false
    const content =
      contents.get(archive) ?? import('./load-basemap').then(({ packageContent }) => packageContent(archive))
    contents.set(archive, content)
    void content
      // Removed so that the next caller tries again.
      .catch(() => void contents.delete(archive))
      .then((content) => !gone && setMade({ of: archive, content: content ?? null }))
    return () => {
      gone = true
    }
  }, [archive])
  const isMade = made !== null && made.of === archive
  return { content: isMade ? made.content : null, opening: archive !== null && !isMade }
}
