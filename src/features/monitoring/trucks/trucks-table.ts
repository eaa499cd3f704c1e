import type { TFunction } from 'i18next'
import { BREACHES, type BreachKind } from '@/domain/trucks/breach-kinds'
import type { ExportTable, ExportValue } from '@/io/export/export'
import type { UnjudgedBreach } from '@/questions/plan/unjudged'
import type { TruckCard } from '@/questions/trucks/truck-card'
import type { CompanyLine, TruckLine } from '@/questions/trucks/truck-list'
import type { TruckTally } from '@/questions/trucks/truck-month'
import { percentFigure } from '@/store/words/measured'
import { secondText, tripCountText, tripPlaceText } from '@/store/words/truck-figures'
import { unjudgedKinds } from './unjudged-kinds'

type About = readonly (readonly [string, string])[]

const tenths = (value: number) => Math.round(value * 10) / 10

/** The line that names what could not be judged; none if everything was. */
const unjudgedNote = (t: TFunction<'texts'>, unjudged: readonly UnjudgedBreach[], language: string): About =>
  unjudged.length === 0 ? [] : [[t('trucks.table.unjudged'), unjudgedKinds(t, unjudged, language)]]

const tallyHeadings = (t: TFunction<'texts'>): readonly string[] => [
  ...(['trips', 'byDay', 'share', 'km'] as const).map((key) => t(`trucks.table.${key}`)),
  ...BREACHES.map((kind) => t(`trucks.breach.${kind}`)),
  t('trucks.table.unlisted'),
]

/** Cells under {@link tallyHeadings}. */
function tallyCells(of: TruckTally, unjudged: readonly UnjudgedBreach[]): ExportValue[] {
  // With only some bans unjudged, what the others found is counted; the notes name those.
  const isJudged = (kind: BreachKind) => !unjudged.some((each) => each.kind === kind && !each.bans)
  return [
    of.trips,
    of.byDay,
    of.trips === 0 ? null : percentFigure(of.byDay / of.trips),
    tenths(of.metres / 1000),
    // Null for kinds that could not be judged: 0 would state that there were none.
    ...BREACHES.map((kind) => (isJudged(kind) ? of.breaches[kind] : null)),
    of.unlistedStops,
  ]
}

/** The companies as a table for export. */
export function companiesTable(
  t: TFunction<'texts'>,
  lines: readonly CompanyLine[],
  about: About,
  unjudged: readonly UnjudgedBreach[],
  language: string,
): ExportTable {
  const rows = lines.map((line): ExportValue[] => [
    line.company || t('trucks.noCompany'),
    line.trucks,
    ...tallyCells(line, unjudged),
  ])
  return {
    title: t('trucks.table.companies'),
    headings: [t('trucks.table.company'), t('trucks.table.trucks'), ...tallyHeadings(t)],
    rows,
    positions: rows.map(() => null),
    place: ['', ''],
    about: { title: t('about.title'), lines: [...about, ...unjudgedNote(t, unjudged, language)] },
  }
}

/** The trucks as a table for export. */
export function trucksTable(
  t: TFunction<'texts'>,
  lines: readonly TruckLine[],
  countyOf: (code: string) => string,
  about: About,
  unjudged: readonly UnjudgedBreach[],
  language: string,
): ExportTable {
  const rows = lines.map((line): ExportValue[] => [
    line.plate,
    line.company || null,
    line.company === '' ? null : t(`trucks.table.companyBy.${line.isByTracks ? 'tracks' : 'list'}`),
    line.county === '' ? null : countyOf(line.county),
    ...tallyCells(line, unjudged),
  ])
  return {
    title: t('trucks.title'),
    headings: [
      ...(['plate', 'company', 'companyFrom', 'county'] as const).map((key) => t(`trucks.table.${key}`)),
      ...tallyHeadings(t),
    ],
    rows,
    positions: rows.map(() => null),
    place: ['', ''],
    about: { title: t('about.title'), lines: [...about, ...unjudgedNote(t, unjudged, language)] },
  }
}

/** The trips of a card and the findings on them, as one table in order of time. */
export function cardTable(
  t: TFunction<'texts'>,
  title: string,
  card: TruckCard,
  about: About,
  language: string,
): ExportTable {
  const trips = card.trips.map((trip) => ({
    from: trip.from,
    at: null,
    cells: [
      trip.plate,
      secondText(trip.from),
      secondText(trip.until),
      t('trucks.card.trips'),
      tripPlaceText(t, trip.begin),
      tripPlaceText(t, trip.end),
      t(`trucks.card.load.${trip.load}` as 'trucks.card.load.0'),
      tenths(trip.metres / 1000),
      trip.topKmh === null ? null : tenths(trip.topKmh),
      tripCountText(t, trip) || null,
      null,
    ] as ExportValue[],
  }))
  const found = card.breaches.map((breach) => ({
    from: breach.from,
    at: breach.at,
    cells: [
      breach.plate,
      secondText(breach.from),
      secondText(breach.until),
      t(`trucks.breach.${breach.kind}`),
      null,
      null,
      null,
      null,
      breach.figure === null ? null : tenths(breach.figure),
      null,
      breach.roadName,
    ] as ExportValue[],
  }))
  const lines = [...trips, ...found].sort((a, b) => a.from - b.from)
  const keys = ['plate', 'from', 'until', 'what', 'begin', 'end', 'load', 'km', 'topKmh'] as const
  return {
    title,
    headings: [...keys.map((key) => t(`trucks.table.${key}`)), t('trucks.card.counted'), t('trucks.table.roadName')],
    rows: lines.map(({ cells }) => cells),
    positions: lines.map(({ at }) => at),
    place: [t('trucks.table.lon'), t('trucks.table.lat')],
    about: { title: t('about.title'), lines: [...about, ...unjudgedNote(t, card.unjudged, language)] },
  }
}
