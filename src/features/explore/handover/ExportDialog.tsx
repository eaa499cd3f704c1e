import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DATUMS, type Datum, zoneOf } from '@/domain/geodesy/datum'
import { STATUS_NAMES } from '@/domain/rules/status'
import { DATA_CLASSES } from '@/domain/sources/kinds/data-class'
import { EXPORT_FORMATS, type ExportCrs, type ExportFormat } from '@/io/export/export-format'
import type { ExportWhat, ExportWords } from '@/questions/export-words'
import { useOpened } from '@/store/chentu'
import { useAttempt } from '@/store/page/use-attempt'
import { useKindTexts } from '@/store/words/kinds'
import { Dialog } from '@/ui/Dialog'
import form from '@/ui/form.module.css'
import { Refused } from '@/ui/Refused'
import { saveFile } from '@/ui/save-file'
import { datasetWorker } from '@/workers/client'
import { useFilterLines } from './filter-lines'
import { sourceLines } from './source-lines'

const FORMAT_KEYS = { xlsx: 'data.spreadsheet', csv: 'data.csv', geojson: 'data.geojson' } as const
const DATUM_KEYS: readonly Exclude<Datum, 'cgcs2000'>[] = DATUMS.filter((datum) => datum !== 'cgcs2000')
const HEADINGS = ['kind', 'county', 'class', 'status', 'overdue', 'clause', 'rule', 'since', 'lead'] as const

/** Exports the shown sources, or their findings, as a file for Excel, WPS or a GIS. */
export function ExportDialog({ first, onClose }: { readonly first: ExportFormat; onClose(): void }) {
  const { t, i18n } = useTranslation()
  const { dataset, shown, evaluation } = useOpened()
  const kindTexts = useKindTexts()
  const filterLines = useFilterLines()
  const [what, setWhat] = useState<ExportWhat>('sources')
  const [format, setFormat] = useState<ExportFormat>(first)
  const [crs, setCrs] = useState<string>('wgs84')
  const { running, problems, attempt } = useAttempt()
  const zone = zoneOf(dataset.settings.centre[0])

  async function save() {
    const files = new Set(await datasetWorker().exportFiles(what))
    const behind = dataset.provenance.filter(({ path }) => files.has(path))
    const own = Object.fromEntries(HEADINGS.map((name) => [name, t(`data.export.${name}`)]))
    const shared = Object.fromEntries(['code', 'name', 'lon', 'lat'].map((name) => [name, kindTexts.column(name)]))
    const words: ExportWords = {
      title: t(what === 'sources' ? 'layers.sources' : 'findings.title'),
      about: {
        title: t('about.title'),
        lines: [
          [t('about.package'), dataset.name],
          [t('app.asOf'), evaluation.asOf],
          [t('about.count'), String(shown.total)],
          ...filterLines,
          [t('about.link'), location.href],
          ...sourceLines(t, behind).map((line): [string, string] => [t('layers.provenance'), line]),
        ],
      },
      headings: { ...own, ...shared } as ExportWords['headings'],
      kinds: Object.fromEntries(dataset.kinds.map(({ id }) => [id, kindTexts.title(id)])),
      statuses: Object.fromEntries(STATUS_NAMES.map((name) => [name, t(`status.${name}`)])) as ExportWords['statuses'],
      classes: Object.fromEntries(DATA_CLASSES.map((name) => [name, t(`dataClass.${name}`)])) as ExportWords['classes'],
    }
    const chosen: ExportCrs = crs === 'zone' ? { number: zone, prefixed: false } : (crs as Datum)
    const blob = await datasetWorker().export(what, format, chosen, i18n.language, words)
    saveFile(blob, `${words.title}.${format}`)
  }

  return (
    <Dialog
      title={t('data.export.title')}
      onClose={onClose}
      actions={
        <button
          type="button"
          className="action"
          disabled={running}
          onClick={async () => {
            if (await attempt(save)) onClose()
          }}
        >
          {t('data.export.save')}
        </button>
      }
    >
      <Refused problems={problems} />
      <label className={form.field}>
        <span>{t('data.export.what')}</span>
        <select value={what} onChange={(event) => setWhat(event.target.value as ExportWhat)}>
          <option value="sources">{t('data.export.sources', { count: shown.total })}</option>
          <option value="findings">{t('data.export.findings')}</option>
        </select>
      </label>
      <label className={form.field}>
        <span>{t('data.export.format')}</span>
        <select value={format} onChange={(event) => setFormat(event.target.value as ExportFormat)}>
          {EXPORT_FORMATS.map((each) => (
            <option key={each} value={each}>
              {t(FORMAT_KEYS[each])}
            </option>
          ))}
        </select>
      </label>
      <label className={form.field}>
        <span>{t('data.export.crs')}</span>
        <select
          value={format === 'geojson' ? 'wgs84' : crs}
          disabled={format === 'geojson'}
          onChange={(event) => setCrs(event.target.value)}
        >
          {DATUM_KEYS.map((datum) => (
            <option key={datum} value={datum}>
              {t(`data.datum.${datum}`)}
            </option>
          ))}
          <option value="zone">{t('data.export.zone', { zone })}</option>
        </select>
      </label>
      {format === 'geojson' && <p className="quiet">{t('data.export.crsFixed')}</p>}
    </Dialog>
  )
}
