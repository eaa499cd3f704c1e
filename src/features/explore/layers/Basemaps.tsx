import { IconX } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { serverFault, useBasemaps } from '@/store/device/basemaps'
import { usePackageBasemap } from '@/store/device/package-basemap'
import { Button } from '@/ui/controls/Button'
import { IconButton } from '@/ui/controls/IconButton'
import { lazyPart } from '@/ui/lazy-part'
import panel from '@/ui/panel.module.css'
import { Switch } from '@/ui/Switch'
import classes from './Basemaps.module.css'
import layers from './LayersPanel.module.css'
import { PackageBasemapRow } from './PackageBasemapRow'

const BasemapDialog = lazyPart(async () => ({ default: (await import('./BasemapDialog')).BasemapDialog }))

/** The office's own basemaps: on and off, opacity, removal. */
export function Basemaps() {
  const { t } = useTranslation()
  const { basemaps, change, remove } = useBasemaps()
  const hasOwn = usePackageBasemap(({ archive, refused }) => archive !== null || refused !== null)
  const [adding, setAdding] = useState(false)
  return (
    <section aria-label={t('basemap.title')}>
      <p className={panel.heading}>{t('basemap.title')}</p>
      {basemaps.length === 0 && !hasOwn && <p className="quiet">{t('basemap.none')}</p>}
      <ul>
        <PackageBasemapRow />
        {basemaps.map(({ id, name, url, on, opacity }) => (
          <li key={id} className={classes.row}>
            <span>{name}</span>
            <input
              type="range"
              className={layers.range}
              min="0.1"
              max="1"
              step="0.1"
              value={opacity}
              aria-label={t('layers.opacityOf', { layer: name })}
              onChange={(event) => change(id, { opacity: Number(event.target.value) })}
            />
            <Switch on={on} label={name} onChange={(on) => change(id, { on })} />
            <IconButton label={t('basemap.remove', { name })} onClick={() => void remove(id)}>
              <IconX size={18} aria-hidden="true" />
            </IconButton>
            <ServerFault url={url} />
          </li>
        ))}
      </ul>
      <Button onClick={() => setAdding(true)}>{t('basemap.add')}</Button>
      <Suspense fallback={null}>{adding && <BasemapDialog onClose={() => setAdding(false)} />}</Suspense>
    </section>
  )
}

/** Why a saved basemap stays off. */
function ServerFault({ url }: { readonly url: string | null }) {
  const { t } = useTranslation()
  const fault = serverFault({ url })
  return fault && <p className={classes.fault}>{t('basemap.cannotAsk', { fault: t(`basemap.fault.${fault}`) })}</p>
}
