import { inLanguage } from '@/domain/bilingual'
import { type IsoDay, localMinute } from '@/domain/calendar'
import type { MeasuredWind } from '@/domain/cases/exceedance-reason'
import { monitorOfKey } from '@/domain/cases/opening-key'
import type { CaseType } from '@/domain/cases/settings'
import type { Position } from '@/domain/geodesy/position'
import { readPosition } from '@/domain/intake/rows/typed-position'
import type { Minute } from '@/domain/monitoring/readings'
import { STATUS_NAMES } from '@/domain/rules/status'
import type { CaseOpened, CaseWind } from '@/ledger/case-bodies'
import type { SourceRef } from '@/ledger/references'
import type { CaseOpening } from '@/questions/cases/case-openings'
import { type LikelySourceOf, type LikelySources, listLikelySources } from '@/questions/cases/likely-sources'
import { keyOf } from '@/store/view/view'
import { OFFICE_LANGUAGE } from '@/store/words/office'
import { secondText } from '@/store/words/truck-figures'

/** What the user enters when opening a case. */
export interface CaseInput {
  readonly sort: CaseType
  readonly title: string
  readonly reason: string
  readonly position: Position | null
  /** The source at its place: chosen by name, or the one that it concerns if it was not moved; null if none. */
  readonly placeOf: SourceRef | null
  /** Where the value was reported, if the case was moved from there; null otherwise. */
  readonly reportedAt: Position | null
  readonly county: string
  /** ISO. */
  readonly observed: string
  readonly wind: CaseWind | null
  readonly note: string
}

/** Likely sources around a place, and the search radius. */
export type Searched = Pick<LikelySources, 'own' | 'likely' | 'leftOut'> & { readonly metres: number }

/** What a record says of the sources around its place; null if it has none, or nothing is searched around it. */
export const searchedFacts = (found: Searched | null): Pick<CaseOpened, 'likely' | 'reachMetres' | 'leftOut'> => ({
  // The measuring site itself is listed first, whatever the wind.
  likely: listLikelySources(found).map((source) => ({
    ...refOf(source),
    metres: Math.round(source.metres),
    azimuth: Math.round(source.azimuth),
    standing: STATUS_NAMES[source.status]!,
    overdueDays: source.overdueDays,
  })),
  ...(found && { reachMetres: found.metres }),
  ...(found &&
    found.leftOut.length > 0 && {
      leftOut: found.leftOut.map(({ kind, title, count }) => ({
        ...{ kind, count },
        name: inLanguage(title, OFFICE_LANGUAGE),
      })),
    }),
})

/**
 * The record that opens a case: its subject, the likely sources and their standing, and the deadlines in force on this
 * day.
 * @param found likely sources and the search radius; null if there is no position to search around.
 */
export function caseBody(opening: CaseOpening | null, said: CaseInput, found: Searched | null): CaseOpened {
  const { sort, wind, placeOf, reportedAt, ...words } = said
  return {
    type: 'case',
    sort: sort.id,
    // Records are in the office's language, whatever the screen's language.
    sortName: inLanguage(sort.title, OFFICE_LANGUAGE),
    ...words,
    from: opening?.key ?? '',
    ...(opening?.reason.of === 'exceedance' && { hoursUntil: isoOf(opening.reason.until) }),
    ...(opening?.source && { target: refOf(opening.source) }),
    ...(placeOf && { placeOf }),
    ...(reportedAt && { reportedAt }),
    lead: sort.lead,
    ...(wind && { wind }),
    ...searchedFacts(found),
    ...(opening?.reason.of === 'unlisted' && { visitors: opening.reason.visitors }),
    terms: sort.terms.map(({ step, minutes, confirmed }) => ({ step, minutes, confirmed })),
    ...(opening?.isIllustrative && { illustrative: true }),
  }
}

/** The measured wind of an opening, with the hour and the device. */
export function measuredWind(opening: CaseOpening | null, { hour, ...wind }: MeasuredWind): CaseWind {
  const station = opening && monitorOfKey(opening.key)?.code
  return {
    ...wind,
    said: 'readings',
    hour: isoOf(hour),
    ...(station && { station }),
  }
}

const refOf = (source: LikelySourceOf | NonNullable<CaseOpening['source']>) => ({
  ...keyOf(source),
  name: source.name,
})

const [HOUR, MINUTE_MS] = [60, 60_000]
const isoOf = (minute: Minute) => new Date(minute * MINUTE_MS).toISOString()

/**
 * The place of a case: as typed, else `otherwise`, as tapped or proposed. A name of a source is wrong until one of the
 * sources with it is chosen: else the case would be opened at another place.
 */
export function enteredPlace(typed: string, otherwise: Position | null) {
  const position = readPosition(typed)
  return { position: position ?? otherwise, isWrong: position === null && typed.trim() !== '' }
}

/** The last minute of a day, in the format of the time field. */
const endOf = (day: IsoDay) => `${day} 23:59`

/**
 * Initial time of observation in the form; '' if only the user knows it. For something reported on an earlier day, if
 * the package follows the calendar: the end of that day. For hours above a limit: the end of the first hour, since
 * nobody could know earlier. For a suspected breach: when it began.
 */
export function firstObserved(opening: CaseOpening | null, asOf: IsoDay, today: IsoDay): string {
  const reason = opening?.reason
  if (reason?.of === 'exceedance') return localMinute(isoOf(reason.from + HOUR))
  if (reason?.of === 'breach') return secondText(reason.from)
  return reason?.of === 'reported' && asOf === today && reason.day < today ? endOf(reason.day) : ''
}
