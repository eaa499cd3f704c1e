import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IsoDay } from '@/domain/calendar'
import { BREACHES } from '@/domain/trucks/breach-kinds'
import { TableExport } from '@/features/monitoring/TableExport'
import type { BreachLine, TripLine, TruckCard, TruckCardRequest } from '@/questions/trucks/truck-card'
import type { TruckLine, TruckList } from '@/questions/trucks/truck-list'
import type { BreachCounts } from '@/questions/trucks/truck-month'
import { useAnswer } from '@/store/answers/use-answer'
import { useKept } from '@/store/answers/use-kept'
import { useOpened } from '@/store/chentu'
import { TRACKS_NAME } from '@/store/exports/exports-worker'
import { kmText, secondText, tripCountText, tripPlaceText } from '@/store/words/truck-figures'
import { Button } from '@/ui/controls/Button'
import { EmptyState } from '@/ui/states/EmptyState'
import { Skeleton } from '@/ui/states/Skeleton'
import { BreachTable } from './BreachTable'
import { breachId } from './breach-words'
import { FIRST_LINES, FoldedLines, MAX_LINES } from './FoldedLines'
import { breachCount } from './shown-trucks'
import { ShareFigure } from './TruckLines'
import classes from './Trucks.module.css'
import { WhyBreaches, WhyShare } from './TrucksWhy'
import { cardTable } from './trucks-table'
import { UnjudgedNote } from './UnjudgedNote'

interface Props {
  readonly list: TruckList
  readonly asOf: IsoDay
  readonly asked: TruckCardRequest
  /** The suspected breach shown on the map. */
  readonly breach: BreachLine | null
  /** Id of the suspected breach named in the address. */
  readonly wanted: string | null
  onBack(): void
  onTruck(plate: string): void
  onDay(day: IsoDay): void
  onBreach(breach: BreachLine): void
}

/** A month of a truck or a company: the number of findings, days, trips, and the findings themselves. */
export function TruckCardView({ list, asOf, asked, breach, wanted, onBack, onTruck, onDay, onBreach }: Props) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const foundHeading = useRef<HTMLHeadingElement>(null)
  const key = JSON.stringify(asked)
  const { value: card, isOld } = useKept(
    useAnswer((worker) => worker.truckCard(TRACKS_NAME, asOf, asked), `${asOf} ${key}`),
  )
  const showWanted = useEffectEvent((of: TruckCard) => {
    const line = breach ? undefined : of.breaches.find((each) => breachId(each) === wanted)
    if (line) onBreach(line)
  })
  useEffect(() => {
    if (card && wanted !== null) showWanted(card)
  }, [card, wanted])
  const name = 'plate' in asked ? asked.plate : asked.company || t('trucks.noCompany')
  const line =
    'plate' in asked
      ? list.trucks.find(({ plate }) => plate === asked.plate)
      : list.companies.find(({ company }) => company === asked.company)
  if (!card) return <Skeleton lines={6} />
  if (!line) return <EmptyState message={t('trucks.notFound', { month: list.month, name })} />
  const title = `${name} ${list.month}`
  const table = () =>
    cardTable(
      t,
      title,
      card,
      [
        [t('about.package'), dataset.name],
        [t('app.asOf'), asOf],
        ...(list.dataClass === 'illustrative' ? [[t('trucks.table.source'), t('trucks.illustrative')] as const] : []),
        [t('about.link'), location.href],
      ],
      i18n.language,
    )
  return (
    <section className={classes.card} aria-label={title} data-old={isOld}>
      <header>
        <h2>{name}</h2>
        <ShareFigure share={line} least={list.least} />
        <WhyShare of={name} />
        <span>{t('trucks.trips', { count: line.trips })}</span>
        <span>{t('trucks.km', { km: kmText(line.metres) })}</span>
        <TableExport
          name={t('trucks.table.cardFile', { name, month: list.month })}
          label={t('trucks.table.exportCard')}
          note={t('trucks.table.cardNote')}
          table={table}
          dataClass={list.dataClass ?? 'real'}
        />
        <Button onClick={onBack}>{t('trucks.back')}</Button>
      </header>
      {'plate' in line && <TruckNote line={line} />}
      {!('plate' in asked) && (
        <>
          <h3>{t('trucks.card.vehicles')}</h3>
          <div className={classes.places}>
            {card.plates.map((plate) => (
              <Button key={plate} weight="quiet" onClick={() => onTruck(plate)}>
                {plate}
              </Button>
            ))}
          </div>
        </>
      )}
      {breachCount(line.breaches) > 0 && (
        <FoundSummary breaches={line.breaches} onShow={() => foundHeading.current?.focus()} />
      )}
      <h3>{t('trucks.card.days')}</h3>
      <div className={classes.places}>
        {card.days.map((day) => (
          <Button
            key={day.day}
            weight="quiet"
            onClick={() => onDay(day.day)}
            aria-label={t('trucks.card.onMap', { day: day.day })}
          >
            {day.day.slice(5)} · {t('trucks.trips', { count: day.trips })} ·{' '}
            <ShareFigure share={'county' in line ? { ...day, county: line.county } : day} least={list.least} />
          </Button>
        ))}
      </div>
      <h3>{t('trucks.card.trips')}</h3>
      <TripTable key={`trips ${key}`} trips={card.trips} hasPlates={!('plate' in asked)} />
      <h3 ref={foundHeading} tabIndex={-1}>
        {t('trucks.card.found')}
        {breachCount(line.breaches) > 0 && (
          <WhyBreaches of={t('trucks.card.found')} kinds={BREACHES.filter((kind) => line.breaches[kind] > 0)} />
        )}
      </h3>
      {card.breaches.length === 0 ? (
        <p className="quiet">{t('trucks.card.noneFound')}</p>
      ) : (
        <BreachTable
          key={`found ${key}`}
          breaches={card.breaches}
          chosen={breach}
          onChoose={onBreach}
          onTruck={'plate' in asked ? null : onTruck}
        />
      )}
      <UnjudgedNote unjudged={card.unjudged} />
    </section>
  )
}

/** The company of a truck, where it is from, and the datum in which its positions were imported if a person chose it. */
function TruckNote({ line: { company, isByTracks, assumed } }: { readonly line: TruckLine }) {
  const { t } = useTranslation()
  const notes = [
    ...(company === '' ? [] : [isByTracks ? t('trucks.companyByTracks', { company }) : company]),
    ...(assumed === null || assumed === 'cgcs2000' ? [] : [t('trucks.assumed', { datum: t(`data.datum.${assumed}`) })]),
  ]
  return notes.length === 0 ? null : <p className="quiet">{notes.join(t('ui.semicolon'))}</p>
}

/** The number of suspected breaches of each kind, above the trips, with a way down to their list. */
function FoundSummary({ breaches, onShow }: { readonly breaches: BreachCounts; onShow(): void }) {
  const { t } = useTranslation()
  const kinds = BREACHES.filter((kind) => breaches[kind] > 0)
  return (
    <p>
      {t('trucks.card.foundOf', {
        count: breachCount(breaches),
        kinds: kinds
          .map((kind) => t('trucks.card.foundKind', { kind: t(`trucks.breach.${kind}`), count: breaches[kind] }))
          .join(t('ui.comma')),
      })}{' '}
      <Button weight="quiet" onClick={onShow}>
        {t('trucks.card.showFound')}
      </Button>
    </p>
  )
}

function TripTable({ trips, hasPlates }: { readonly trips: readonly TripLine[]; readonly hasPlates: boolean }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('trucks.table.from')}</th>
              {hasPlates && <th>{t('trucks.table.plate')}</th>}
              <th>{t('trucks.card.from')}</th>
              <th>{t('trucks.card.until')}</th>
              <th>{t('trucks.table.load')}</th>
              <th>{t('trucks.table.km')}</th>
              <th>{t('trucks.card.counted')}</th>
            </tr>
          </thead>
          <tbody>
            {trips.slice(0, isOpen ? MAX_LINES : FIRST_LINES).map((trip) => (
              <tr key={`${trip.plate} ${trip.from}`}>
                <td>{secondText(trip.from)}</td>
                {hasPlates && <td>{trip.plate}</td>}
                <td>{tripPlaceText(t, trip.begin)}</td>
                <td>{tripPlaceText(t, trip.end)}</td>
                <td>{t(`trucks.card.load.${trip.load}` as 'trucks.card.load.0')}</td>
                <td>{kmText(trip.metres)}</td>
                <td>{tripCountText(t, trip)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <FoldedLines count={trips.length} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />
    </>
  )
}
