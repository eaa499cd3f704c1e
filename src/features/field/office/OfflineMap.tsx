import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Surface } from '@/domain/geodesy/area-index'
import { useOpenPackageBasemap } from '@/map/basemap/use-package-basemap'
import { useOpened } from '@/store/chentu'
import { type KeepingPlan, usePackageBasemap } from '@/store/device/package-basemap'
import { bytesText } from '@/ui/bytes'
import { Button } from '@/ui/controls/Button'

/**
 * Stores the package's base map on this tablet for use without a signal: shows its size first, then downloads, cancels
 * or deletes it.
 */
export function OfflineMap() {
  const { t } = useTranslation()
  useOpenPackageBasemap()
  const { archive, keeping, unkept, keep, cancel, forget } = usePackageBasemap()
  const plan = useKeepingPlan()
  const [shared, setShared] = useState(false)
  if (!archive) return null
  const { keptFacts, isKeptOld, folder } = archive
  const isKept = keptFacts !== null && !isKeptOld

  function keepIt(plan: KeepingPlan, extent: 'whole' | 'city') {
    // Without persistence the browser may delete it when it needs space.
    if (!shared) void navigator.storage?.persist?.().then(setShared, () => undefined)
    void keep(plan, extent, Date.now())
  }

  return (
    <div>
      <h4>{t('basemap.keep.title')}</h4>
      {keeping ? (
        <p>
          <progress value={keeping.bytes} max={keeping.of} aria-label={t('basemap.keep.title')} />{' '}
          {t('basemap.keep.progress', { done: bytesText(keeping.bytes), all: bytesText(keeping.of) })}{' '}
          <Button onClick={cancel}>{t('basemap.keep.cancel')}</Button>
        </p>
      ) : (
        <>
          <p>
            {isKept
              ? t(`basemap.keep.${keptFacts.extent}`, { zoom: keptFacts.maxZoom, size: bytesText(archive.keptBytes) })
              : t(isKeptOld ? 'basemap.keep.old' : 'basemap.keep.none')}
          </p>
          {!folder && !isKept && <p>{t('basemap.keep.offline')}</p>}
          {folder && !plan && !isKept && <p>{t('basemap.keep.sizing')}</p>}
          <nav>
            {plan && !isKept && <Choices plan={plan} onKeep={keepIt} />}
            {keptFacts && <Button onClick={() => void forget()}>{t('basemap.keep.forget')}</Button>}
          </nav>
        </>
      )}
      {unkept && <p role="alert">{t(`basemap.keep.unkept.${unkept}`)}</p>}
    </div>
  )
}

interface ChoicesProps {
  readonly plan: KeepingPlan
  onKeep(plan: KeepingPlan, extent: 'whole' | 'city'): void
}

/** Choice between the city and the whole map, if that fits. */
function Choices({ plan, onKeep }: ChoicesProps) {
  const { t } = useTranslation()
  const { wholeBytes, cityBytes, cityZoom, room } = plan
  const fits = room === null || wholeBytes < room
  return (
    <>
      <Button onClick={() => onKeep(plan, 'city')}>
        {t('basemap.keep.keepCity', { size: bytesText(cityBytes), zoom: cityZoom })}
      </Button>
      <Button disabled={!fits} onClick={() => onKeep(plan, 'whole')}>
        {t('basemap.keep.keepWhole', { size: bytesText(wholeBytes) })}
      </Button>
      {!fits && <span>{t('basemap.keep.tooLarge', { room: bytesText(room ?? 0) })}</span>}
    </>
  )
}

/** Size of the base map from its folder; null before it is known and if the folder is unreachable. */
function useKeepingPlan(): KeepingPlan | null {
  const { dataset } = useOpened()
  const { archive, plan } = usePackageBasemap()
  const [made, setMade] = useState<{ of: unknown; plan: KeepingPlan | null } | null>(null)
  useEffect(() => {
    if (!archive?.folder) return
    const stop = new AbortController()
    plan(cityOf(dataset.outlines), stop.signal).then(
      (plan) => !stop.signal.aborted && setMade({ of: archive, plan }),
      // The folder does not answer; it is tried again when the base map is next opened.
      () => undefined,
    )
    return () => stop.abort()
  }, [archive, dataset, plan])
  return made && made.of === archive ? made.plan : null
}

/** All counties as one geometry. */
function cityOf({ features }: { readonly features: readonly { readonly geometry: Surface }[] }): Surface {
  const coordinates = features.flatMap(({ geometry }) =>
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
  )
  return { type: 'MultiPolygon', coordinates }
}
