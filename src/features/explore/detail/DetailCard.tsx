import { useTranslation } from 'react-i18next'
import { sourceOpening } from '@/domain/cases/opening-key'
import { navigationLink } from '@/domain/field/navigation'
import { STATUS_NAMES } from '@/domain/rules/status'
import { countyName } from '@/domain/sources/county'
import { fieldNameByMeaning, kindWithId } from '@/domain/sources/kinds/kind'
import { EXTRA } from '@/domain/sources/reading/read-table'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import { CaseButton } from '@/features/explore/cases/CaseButton'
import { SourceSymbol } from '@/map/overlay/SourceSymbol'
import type { SourceRecord } from '@/questions/source/source-record'
import type { SourceSummary } from '@/questions/source/source-summary'
import { useAnswer } from '@/store/answers/use-answer'
import { useChentu, useOpened } from '@/store/chentu'
import { isDeskStop, useRound } from '@/store/device/round'
import { useRequestedDialog } from '@/store/page/requested-dialog'
import { isSameSource, keyOf } from '@/store/view/view'
import { codeText } from '@/store/words/code-text'
import { useKindTexts } from '@/store/words/kinds'
import { Button } from '@/ui/controls/Button'
import { LinkButton } from '@/ui/controls/LinkButton'
import { DOT } from '@/ui/dot'
import { Skeleton } from '@/ui/states/Skeleton'
import classes from './DetailCard.module.css'
import { EndedNote } from './EndedNote'
import { Inspections } from './Inspections'
import { Monitors } from './Monitors'
import { NearbyPoints } from './NearbyPoints'
import { PlaceFacts } from './PlaceFacts'
import { Requirements } from './Requirements'
import { RingLine } from './RingLine'
import { Surveys } from './Surveys'
import { useValueText } from './use-value-text'
import { WarningLines } from './WarningLines'

/** The record of a source, and its place relative to the ring; null until loaded, and if it has no position. */
function useDetail(selected: SourceSummary | null) {
  const { ring } = useOpened()
  const source = selected?.source ?? null
  const record = useAnswer(async (worker) => (source === null ? null : worker.sourceRecord(source)), String(source))
  const { lon, lat } = record?.values ?? {}
  const position = typeof lon === 'number' && typeof lat === 'number' ? ([lon, lat] as const) : null
  const ringPlace = useAnswer(
    async (worker) => (position ? worker.placeTowardsRing(position, ring) : null),
    JSON.stringify([position, ring.basis, ring.radiusMetres]),
  )
  return { record, position, ringPlace }
}

/** The selected source: its facts, failed requirements, position, and data class. */
export function DetailCard() {
  const { t, i18n } = useTranslation()
  const kindTexts = useKindTexts()
  const { dataset } = useOpened()
  const selected = useChentu((state) => state.selected)
  const setView = useChentu((state) => state.setView)
  const ask = useRequestedDialog((state) => state.ask)
  const { record, position, ringPlace } = useDetail(selected)
  const text = useValueText()
  const round = useRound()
  if (!selected) return null
  if (!record) return <Skeleton lines={8} />
  const { dataClass } = selected
  const key = keyOf(selected)
  const isStop = round.stops.some((stop) => isSameSource(stop, key))
  const isUnmet = ['overdue', 'failing'].includes(STATUS_NAMES[selected.status]!)
  /** Hand-over sheets cover the sources shown, so this filters by this source alone. */
  function handOver() {
    const columns = [{ column: 'code', oneOf: [key.code] }]
    setView({ filters: { ...NO_FILTERS, kinds: [key.kind], columns }, within: null })
    ask({ dialog: 'handover' })
  }
  const extras = Object.keys(record.values).filter((name) => name.startsWith(EXTRA))
  return (
    <article className={classes.card} aria-label={t('detail.title')}>
      <header>
        <div>
          <SourceSymbol kind={record.kind} status={STATUS_NAMES[selected.status]!} />
          <h2 title={selected.name}>{selected.name}</h2>
          <span className="badge" data-class={dataClass}>
            {t(`dataClass.${dataClass}`)}
          </span>
        </div>
        <p className="quiet">
          {[kindTexts.title(record.kind), countyName(dataset, selected.county, i18n.language), ''].join(DOT)}
          <span className={classes.code}>{codeText(t, selected.code)}</span>
        </p>
        <fieldset className={`plain ${classes.actions}`} aria-label={t('frame.actions')}>
          <Button
            weight={isStop ? 'secondary' : 'primary'}
            aria-pressed={isStop}
            disabled={isDeskStop(round, key)}
            onClick={() => round.toggleStop(key)}
          >
            {t(isStop ? 'frame.onRound' : 'frame.addStop')}
          </Button>
          {round.stops.length > 0 && (
            <Button onClick={() => ask({ dialog: 'round', from: 'chosen' })}>
              {t('orders.giveChosen', { count: round.stops.length })}
            </Button>
          )}
          <CaseButton of={sourceOpening(key)} />
          {isUnmet && <Button onClick={handOver}>{t('handover.open')}</Button>}
          {position && (
            <LinkButton href={navigationLink('amap', position, selected.name)}>{t('check.navigator.amap')}</LinkButton>
          )}
        </fieldset>
      </header>
      {selected.sameCode && <p role="note">{t('detail.sameCode', { ...selected.sameCode })}</p>}
      <EndedNote record={record} />
      <Operator record={record} />
      <WarningLines source={selected} />
      <Requirements record={record} />
      <Monitors source={selected} />
      {position && <NearbyPoints position={position} />}
      <Inspections source={selected} />
      <Surveys summary={selected} record={record} />
      <h3>{t('place.title')}</h3>
      {ringPlace && <RingLine place={ringPlace} />}
      {position ? <PlaceFacts position={position} name={selected.name} /> : <p>{t('detail.noPosition')}</p>}
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
        </dl>
        <p className="quiet">{t('detail.file', { file: record.file, row: record.row })}</p>
      </details>
    </article>
  )
}

/** The operator of a source, from its table. */
function Operator({ record }: { readonly record: SourceRecord }) {
  const kindTexts = useKindTexts()
  const kind = kindWithId(useOpened().dataset.kinds, record.kind)
  const field = kind && fieldNameByMeaning(kind, 'operator')
  const operator = field && record.values[field]
  if (!field || !operator) return null
  return (
    <p>
      <span className="quiet">{kindTexts.column(field, record.kind)}</span> {String(operator)}
    </p>
  )
}
