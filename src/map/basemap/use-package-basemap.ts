import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { PackageArchive } from '@/io/basemap/package-archive'
import type { BasemapContent, LoadedBasemap } from '@/layers/basemap-layers'
import { useChentu } from '@/store/chentu'
import { useBasemaps } from '@/store/device/basemaps'
import { usePackageBasemap } from '@/store/device/package-basemap'
import { datasetWorker } from '@/workers/client'

/** Id of the package's base map among the others. */
export const PACKAGE_BASEMAP = 'package'

/** The package whose base map was asked for last. */
let asked: unknown = null

/** Opens the base map of the package that is open, once for each state of it. */
export function useOpenPackageBasemap(): void {
  const address = useChentu((state) => state.address)
  const dataset = useChentu((state) => state.opened?.dataset)
  useEffect(() => {
    if (!dataset || asked === dataset) return
    asked = dataset
    void datasetWorker()
      .basemap()
      .catch(() => ({ named: dataset.basemap, isSure: false }))
      .then(async ({ named, isSure }) => {
        if (asked === dataset) await usePackageBasemap.getState().open(address, named, isSure)
      })
  }, [address, dataset])
}

/** The package's base map where it is switched on and open; null before, and where there is none. */
export function useLoadedPackageBasemap(): LoadedBasemap | null {
  useOpenPackageBasemap()
  const { i18n } = useTranslation()
  const { on, opacity } = useBasemaps((state) => state.ofPackage)
  const archive = usePackageBasemap((state) => state.archive)
  const content = useContent(on ? archive : null)
  return useMemo(() => {
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
}

/** What the map draws of an archive; the same one for all maps of the page. */
const contents = new WeakMap<PackageArchive, Promise<BasemapContent>>()

function useContent(archive: PackageArchive | null): BasemapContent | null {
  const [made, setMade] = useState<{ of: PackageArchive; content: BasemapContent } | null>(null)
  useEffect(() => {
    if (!archive) return
    let gone = false
    const content =
      contents.get(archive) ?? import('./load-basemap').then(({ packageContent }) => packageContent(archive))
    contents.set(archive, content)
    void content.then((content) => !gone && setMade({ of: archive, content }))
    return () => {
      gone = true
    }
  }, [archive])
  return made && made.of === archive ? made.content : null
}
