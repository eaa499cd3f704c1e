import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DATUMS, type Datum, zoneOf } from '@/domain/geodesy/datum'
import { joinList } from '@/domain/glossary'
import { STATE_NAMES } from '@/domain/rules/status'
import { DATA_CLASSES } from '@/domain/sources/kinds/data-class'
import { tableRequest } from '@/features/explore/table/table-request'
import { EXPORT_FORMATS, type ExportCrs, type ExportFormat } from '@/io/export/export-format'
import { sourceLines } from '@/map/picture/source-lines'
import type { ExportWhat, ExportWords } from '@/questions/exports/export-words'
import type { TableRequest } from '@/questions/table/table-view'
import { useChentu, useOpened } from '@/store/chentu'
import { saySaved } from '@/store/page/saved-file'
import { useAttempt } from '@/store/page/use-attempt'
import { useConditions } from '@/store/words/conditions'
import { countedText } from '@/store/words/counted'
import { useDataWords } from '@/store/words/data-words'
import { useKindTexts } from '@/store/words/kinds'
import { useFileName } from '@/store/words/use-file-name'
import { Button } from '@/ui/controls/Button'
import { Select } from '@/ui/controls/Select'
import { Dialog } from '@/ui/Dialog'
import { Refused } from '@/ui/Refused'
import { saveFile } from '@/ui/save-file'
import { datasetWorker } from '@/workers/client'
import { narrowedName } from './narrowed-name'

const FORMAT_KEYS = { xlsx: 'data.spreadsheet', csv: 'data.csv', geojson: 'data.geojson' } as const
const DATUM_KEYS: readonly Exclude<Datum, 'cgcs2000'>[] = DATUMS.filter((datum) => datum !== 'cgcs2000')
const DATUM_NAMES = { wgs84: 'WGS-84', gcj02: 'GCJ-02', bd09: 'BD-09' } as const
const TRACKS = ['days', 'hauls', 'byDay', 'trucks', 'role', 'decides', 'beside'] as const
const HEADINGS = [
  ...(['kind', 'codeBy', 'county', 'class', 'status', 'overdue', 'clause', 'rule', 'since', 'due', 'lead'] as const),
]

/** Exports the shown sources, or their findings, as a file for Excel, WPS or a GIS. */
export function ExportDialog({ first, onClose }: { readonly first: ExportFormat; onClose(): void }) {
  const { t, i18n } = useTranslation()
  const { dataset, shown, evaluation, shownFilters } = useOpened()
  const kindTexts = useKindTexts()
  const { word } = useDataWords()
  const conditions = useConditions()
  const as = useOrderOfTable()
  const order = t(as ? 'data.export.asTable' : 'data.export.worstFirst')
  const [what, setWhat] = useState<ExportWhat>('sources')
  const [format, setFormat] = useState<ExportFormat>(first)
  const [crs, setCrs] = useState<string>('wgs84')
  const { running, problems, attempt } = useAttempt()
  const zone = zoneOf(dataset.settings.centre[0])
  const nameOf = useFileName()
  const datums = [
    ...DATUM_KEYS.map((datum) => ({ value: datum as string, label: t(`data.datum.${datum}`) })),
    { value: 'zone', label: t('data.export.zone', { zone }) },
  ]
  // If only one kind is chosen, the file is named after it.
  const [only, ...others] = shownFilters.kinds
  const subject = only && others.length === 0 ? kindTexts.title(only) : t('layers.sources')

  /** The coordinate system is part of the headings, where readers and later imports look for it. */
  function placeHeadings(): [lon: string, lat: string] {
    if (crs === 'zone') return [t('data.export.east', { zone }), t('data.export.north', { zone })]
    const name = DATUM_NAMES[crs as keyof typeof DATUM_NAMES]
    return [`${kindTexts.column('lon')} (${name})`, `${kindTexts.column('lat')} (${name})`]
  }

  async function save() {
    const files = new Set(await datasetWorker().exportFiles(what))
    const behind = dataset.provenance.filter(({ path }) => files.has(path))
    const own = Object.fromEntries(HEADINGS.map((name) => [name, t(`data.export.${name}`)]))
    const shared = Object.fromEntries(['code', 'name'].map((name) => [name, kindTexts.column(name)]))
    const [lon, lat] = placeHeadings()
    const words: ExportWords = {
      title: t(what === 'sources' ? 'layers.sources' : 'findings.title'),
      about: {
        title: t('about.title'),
        lines: [
          [t('about.package'), dataset.name],
          [t('app.asOf'), evaluation.asOf],
          [t('about.count'), String(what === 'sources' ? shown.total : shown.findings)],
          ...conditions.map(({ name, chosen }): [string, string] => [name, joinList(chosen, i18n.language)]),
          [t('data.export.order'), order],
          [t('data.export.since'), t('data.export.sinceHelp')],
          [t('data.export.crs'), datums.find(({ value }) => value === (format === 'geojson' ? 'wgs84' : crs))!.label],
          [t('about.link'), location.href],
          ...sourceLines(t, word, behind).map((line): [string, string] => [t('layers.provenance'), line]),
        ],
      },
      headings: { ...own, ...shared, lon, lat } as ExportWords['headings'],
      tracks: Object.fromEntries(
        TRACKS.map((name) => [name, t(`data.export.tracks.${name}`)]),
      ) as ExportWords['tracks'],
      judged: Object.fromEntries(Object.values(own).map((name) => [name, t('data.export.judged', { name })])),
      madeCode: t('data.export.madeCode'),
      toVerify: t('measured.ofRequirement'),
      kinds: Object.fromEntries(dataset.kinds.map(({ id }) => [id, kindTexts.title(id)])),
      statuses: Object.fromEntries(STATE_NAMES.map((name) => [name, t(`status.${name}`)])) as ExportWords['statuses'],
      classes: Object.fromEntries(DATA_CLASSES.map((name) => [name, t(`dataClass.${name}`)])) as ExportWords['classes'],
    }
    const inCrs: ExportCrs = crs === 'zone' ? { number: zone, prefixed: false } : (crs as Datum)
    const blob = await datasetWorker().exportFile(what, format, inCrs, as, i18n.language, words)
    const count = t('data.export.rows', { rows: what === 'sources' ? shown.total : shown.findings })
    const chosen = conditions.map(({ chosen, brief }) => brief ?? joinList(chosen, i18n.language))
    const named = narrowedName(subject, what === 'sources' ? '' : t('findings.title'), chosen, count)
    const name = nameOf(named, format)
    saveFile(blob, name)
    saySaved(name)
  }

  return (
    <Dialog
      title={t('data.export.title')}
      onClose={onClose}
      actions={
        <Button
          weight="primary"
          disabled={running}
          onClick={async () => {
            if (await attempt(save)) onClose()
          }}
        >
          {t('data.export.save')}
        </Button>
      }
    >
      <Refused problems={problems} />
      <Select
        label={t('data.export.what')}
        value={what}
        options={[
          { value: 'sources', label: t('data.export.sources', { counted: countedText(t, shown.total, shown) }) },
          { value: 'findings', label: t('data.export.findings', { count: shown.findings }) },
        ]}
        onChange={setWhat}
      />
      <Select
        label={t('data.export.format')}
        value={format}
        options={EXPORT_FORMATS.map((each) => ({ value: each, label: t(FORMAT_KEYS[each]) }))}
        onChange={setFormat}
      />
      <Select
        label={t('data.export.crs')}
        value={format === 'geojson' ? 'wgs84' : crs}
        disabled={format === 'geojson'}
        options={datums}
        onChange={setCrs}
      />
      <p className="quiet">{t('data.export.ordered', { order })}</p>
      {format === 'geojson' && <p className="quiet">{t('data.export.crsFixed')}</p>}
    </Dialog>
  )
}

/** The table under the map if it is sorted or grouped: an export of the same sources follows its order. */
function useOrderOfTable(): TableRequest | null {
  const view = useChentu((state) => state.view)
  return view.table && (view.sort.length > 0 || view.group !== null) ? tableRequest(view) : null
}
