import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { appOrigin } from '@/io/package/app-folder'
import {
  BASEMAP_KINDS,
  type BasemapFault,
  type BasemapKind,
  basemapFault,
  basemapOrigins,
  plainTemplate,
  useBasemaps,
} from '@/store/device/basemaps'
import { Button } from '@/ui/controls/Button'
import { Select } from '@/ui/controls/Select'
import { Dialog } from '@/ui/Dialog'
import form from '@/ui/form.module.css'

/** Kinds of basemap that can be read from a file, with its extensions. */
const FILES: Partial<Record<BasemapKind, string>> = { pmtiles: '.pmtiles', geojson: '.geojson,.json' }
/** Kinds of basemap whose GCJ-02 shift can be undone. */
const SHIFTED: readonly BasemapKind[] = ['tiles', 'wms', 'geojson']
/** URL of the national map service (天地图), in Web Mercator; every office has its own key. */
const TIANDITU = (layer: string, key: string) =>
  `https://t0.tianditu.gov.cn/${layer}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${layer}&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${encodeURIComponent(key)}`
const TIANDITU_LAYERS = ['vec', 'img', 'ter', 'cva', 'cia'] as const

/**
 * Adds the office's own basemap. For a new host the page is reloaded, since its content security policy can't be
 * extended while it runs.
 */
export function BasemapDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  const { basemaps, add } = useBasemaps()
  const formId = useId()
  const [kind, setKind] = useState<BasemapKind>('tiles')
  const [name, setName] = useState('')
  const [url, setUrl] = useState('')
  const [layers, setLayers] = useState('')
  const [datum, setDatum] = useState<'wgs84' | 'gcj02'>('wgs84')
  const [attribution, setAttribution] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const [key, setKey] = useState('')
  const [fault, setFault] = useState<BasemapFault | 'storage' | null>(null)

  async function save(event: React.FormEvent) {
    event.preventDefault()
    const address = plainTemplate(url)
    const basemap = {
      name: name.trim(),
      kind,
      url: file ? null : address,
      layers: layers.trim(),
      datum: SHIFTED.includes(kind) ? datum : ('wgs84' as const),
      attribution: attribution.trim(),
    }
    const found = basemapFault(basemap, file)
    setFault(found)
    if (found) return
    try {
      // crypto.randomUUID does not exist on pages served over plain HTTP.
      await add({ ...basemap, id: Date.now().toString(36), on: true, opacity: 1 }, file)
    } catch {
      setFault('storage')
      return
    }
    const known = basemapOrigins(basemaps)
    const isNew = basemap.url !== null && ![...known, appOrigin()].includes(new URL(basemap.url).origin)
    if (isNew) location.reload()
    else onClose()
  }

  function choose(layer: (typeof TIANDITU_LAYERS)[number]) {
    setName(t(`basemap.tianditu.${layer}`))
    setUrl(TIANDITU(layer, key.trim()))
    setAttribution(t('basemap.tianditu.whose'))
    setDatum('wgs84')
  }

  return (
    <Dialog
      title={t('basemap.add')}
      closedBy="closerequest"
      onClose={onClose}
      actions={
        <Button weight="primary" type="submit" form={formId}>
          {t('basemap.save')}
        </Button>
      }
    >
      <form id={formId} onSubmit={(event) => void save(event)}>
        <p className="quiet">{t('basemap.help')}</p>
        <Select
          label={t('basemap.kindLabel')}
          value={kind}
          options={BASEMAP_KINDS.map((each) => ({ value: each, label: t(`basemap.kind.${each}`) }))}
          onChange={(next) => {
            setKind(next)
            setFile(null)
          }}
        />
        {kind === 'tiles' && (
          <details>
            <summary>{t('basemap.tianditu.title')}</summary>
            <label className={form.field}>
              <span>{t('basemap.tianditu.key')}</span>
              <input value={key} onChange={(event) => setKey(event.target.value)} />
            </label>
            <p className={form.choices}>
              {TIANDITU_LAYERS.map((layer) => (
                <Button key={layer} onClick={() => choose(layer)}>
                  {t(`basemap.tianditu.${layer}`)}
                </Button>
              ))}
            </p>
          </details>
        )}
        <label className={form.field}>
          <span>{t('basemap.name')}</span>
          <input value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        {FILES[kind] && (
          <label className={form.field}>
            <span>{t('basemap.file')}</span>
            <input
              type="file"
              accept={FILES[kind]}
              onChange={(event) => {
                const chosen = event.target.files?.[0] ?? null
                setFile(chosen)
                if (chosen && name === '') setName(chosen.name.replace(/\.\w+$/, ''))
              }}
            />
          </label>
        )}
        {!file && (
          <label className={form.field}>
            <span>{t(kind === 'tiles' ? 'basemap.template' : 'basemap.url')}</span>
            <input value={url} inputMode="url" onChange={(event) => setUrl(event.target.value)} />
          </label>
        )}
        {kind === 'wms' && (
          <label className={form.field}>
            <span>{t('basemap.layers')}</span>
            <input value={layers} onChange={(event) => setLayers(event.target.value)} />
          </label>
        )}
        {SHIFTED.includes(kind) && (
          <Select
            label={t('basemap.datum')}
            value={datum}
            options={[
              { value: 'wgs84', label: t('basemap.plain') },
              { value: 'gcj02', label: t('basemap.shifted') },
            ]}
            onChange={setDatum}
          />
        )}
        <label className={form.field}>
          <span>{t('basemap.attribution')}</span>
          <input value={attribution} onChange={(event) => setAttribution(event.target.value)} />
        </label>
        {fault && <p role="alert">{t(`basemap.fault.${fault}`)}</p>}
      </form>
    </Dialog>
  )
}
