import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '@/domain/calendar'
import type { RingPlace } from '@/domain/geodesy/ring'
import { STATUS_NAMES } from '@/domain/rules/status'
import { countyName } from '@/domain/sources/county'
import { kindWithId } from '@/domain/sources/kinds/kind'
import { EXTRA } from '@/domain/sources/reading/read-table'
import type { Value } from '@/domain/table/column'
import { SourceSymbol } from '@/map/SourceSymbol'
import type { SourceRecord } from '@/questions/answers'
import type { SourceSummary } from '@/questions/source-summary'
import { useChentu, useOpened } from '@/store/chentu'
import { useKindTexts } from '@/store/kinds'
import { Why } from '@/ui/Why'
import { datasetWorker } from '@/workers/client'
import classes from './DetailCard.module.css'
import { FindingItem, HintItem } from './FindingItem'
import { Inspections } from './Inspections'

/** The record of a source, and its place towards the ring; both come from the worker. */
function useDetail(selected: SourceSummary | null) {
  const { judgement, ring } = useOpened()
  const source = selected?.source ?? null
  const [record, setRecord] = useState<SourceRecord | null>(null)
  const [place, setPlace] = useState<RingPlace | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the worker answers for the day that is judged
  useEffect(() => {
    let stale = false
    setRecord(null)
    setPlace(null)
    if (source === null) return
    void datasetWorker()
      .record(source)
      .then(async (found) => {
        if (stale) return
        setRecord(found)
        const { lon, lat } = found.values
        if (typeof lon !== 'number' || typeof lat !== 'number') return
        const measured = await datasetWorker().place([lon, lat], ring.basis, ring.radiusMetres)
        if (!stale) setPlace(measured)
      })
    return () => {
      stale = true
    }
  }, [source, judgement.asOf, ring.basis, ring.radiusMetres])
  return { record, place }
}

/** A value in words; days as days, flags as yes and no, what is not there as not recorded. */
export function useValueText() {
  const { t } = useTranslation()
  return (type: string, value: Value | undefined): string => {
    if (value === null || value === undefined) return t('detail.absent')
    if (type === 'day') return formatDay(value as number)
    return typeof value === 'boolean' ? t(value ? 'detail.yes' : 'detail.no') : String(value)
  }
}

function RingLine({ place }: { readonly place: RingPlace }) {
  const { t } = useTranslation()
  const { ring } = useOpened()
  const metres = Math.round(Math.abs(place.marginMetres)).toLocaleString('en')
  const text = t(place.inside ? 'ring.inRing' : 'ring.outRing', { metres })
  const distance = Math.abs(place.coreMetres).toFixed(2)
  return (
    <p>
      {text}
      <Why of={text}>
        <p>
          {place.coreMetres < 0
            ? t('why.ringInside', { distance })
            : t('why.ring', {
                basis: t(`ring.basis.${ring.basis}`),
                distance,
                azimuth: place.azimuth.toFixed(1),
                radius: ring.radiusMetres.toLocaleString('en'),
              })}
        </p>
      </Why>
    </p>
  )
}

/** The selected source: what it is, what it breaks, where it lies, and how real it is. */
export function DetailCard() {
  const { t, i18n } = useTranslation()
  const kindTexts = useKindTexts()
  const { dataset } = useOpened()
  const selected = useChentu((state) => state.selected)
  const county = useChentu((state) => state.view.county)
  const { record, place } = useDetail(selected)
  const text = useValueText()
  const card = useRef<HTMLElement>(null)
  // On a narrow screen the card stands below the ranking.
  useEffect(() => {
    if (record) card.current?.scrollIntoView({ block: 'nearest' })
  }, [record])
  if (!selected || !record) return county ? null : <p className={classes.empty}>{t('detail.none')}</p>
  const { dataClass } = selected
  const { findings, hints } = record
  const { lon, lat } = record.values
  const extras = Object.keys(record.values).filter((name) => name.startsWith(EXTRA))
  return (
    <article ref={card} className={classes.card} aria-label={t('detail.title')}>
      <header>
        <SourceSymbol kind={record.kind} status={STATUS_NAMES[selected.status]!} />
        <h2>{selected.name}</h2>
        <span className="badge" data-class={dataClass}>
          {t(`dataClass.${dataClass}`)}
        </span>
      </header>
      <p className="quiet">
        {kindTexts.title(record.kind)} · {countyName(dataset, selected.county, i18n.language)} · {selected.code}
      </p>
      {place && <RingLine place={place} />}
      <h3>{t('detail.findings')}</h3>
      {findings.length === 0 && <p>{t('detail.noFindings')}</p>}
      {findings.map((finding) => (
        <FindingItem key={finding.rule} finding={finding} record={record} />
      ))}
      {hints.map((hint) => (
        <HintItem key={hint.rule} hint={hint} record={record} />
      ))}
      <Inspections source={selected} />
      <details>
        <summary>{t('detail.record')}</summary>
        <dl>
          {(kindWithId(dataset.kinds, record.kind)?.fields ?? [])
            .filter(({ name }) => !['name', 'lon', 'lat', 'county'].includes(name))
            .map(({ name, type }) => (
              <div key={name}>
                <dt>{kindTexts.column(name, record.kind)}</dt>
                <dd>{text(type, record.values[name])}</dd>
              </div>
            ))}
          {extras.map((name) => (
            <div key={name}>
              <dt>{name.slice(EXTRA.length)}</dt>
              <dd>{text('text', record.values[name])}</dd>
            </div>
          ))}
          <div>
            <dt>{t('detail.position')}</dt>
            <dd>
              {typeof lon === 'number' && typeof lat === 'number'
                ? `${lon.toFixed(6)}, ${lat.toFixed(6)}`
                : t('detail.noPosition')}
            </dd>
          </div>
        </dl>
        <p className="quiet">{t('detail.file', { file: record.file, row: record.row })}</p>
      </details>
    </article>
  )
}
