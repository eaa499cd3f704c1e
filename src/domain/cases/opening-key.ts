import { formatDay, parseDay } from '@/domain/calendar'
import { dayBegin, localDay, localHour } from '@/domain/monitoring/local-time'
import { PARAMETERS, type Parameter } from '@/domain/monitoring/parameter'
import type { Minute } from '@/domain/monitoring/readings'
import type { KindId } from '@/domain/sources/kinds/kind'

/** What a case is opened on, whatever its day: a source by kind, code and number among those of that code, from 1. Codes may have slashes. */
export const sourceOpening = ({
  kind,
  code,
  nth = 1,
}: {
  kind: KindId
  code: string
  nth?: number | undefined
}): string => [kind, encodeURIComponent(code), nth].join('/')

/** A dustfall point by its code. */
export const pointOpening = (code: string): string => `dustfall/${encodeURIComponent(code)}`

const HOUR = 60

/** Not the id of a kind, by which sources are told. */
const HOURS_OF = 'hours-of'

/** Hours of a monitor above a limit of a parameter, by its code. */
export const monitorOpening = (code: string, parameter: Parameter): string =>
  `${HOURS_OF}/${encodeURIComponent(code)}/${parameter}`

/** The monitor and parameter that a key of {@link monitorOpening} is of; null where it is of none. */
export function monitorOfKey(key: string): { readonly code: string; readonly parameter: Parameter } | null {
  const [what, code, parameter] = key.split('/')
  const known = PARAMETERS.find((each) => each === parameter)
  const of = what === HOURS_OF && code !== undefined && known ? decoded(code) : null
  return of === null ? null : { code: of, parameter: known! }
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    // Of a record that another program wrote.
    return null
  }
}

/** The key of hours of a monitor above a limit: by the hour in which they begin, at the office's clock, as they may still go on. */
export const runOpeningKey = (code: string, parameter: Parameter, from: Minute): string =>
  openingKey(
    monitorOpening(code, parameter),
    `${formatDay(localDay(from))}T${String(localHour(from)).padStart(2, '0')}`,
  )

const HOUR_OF_KEY = /\/(\d{4}-\d{2}-\d{2})T(\d{2})$/

/** When the first hour of a key of {@link runOpeningKey} was over, before which nobody could know its value; null where a key has no hour. */
export function hourEndOfKey(key: string): Minute | null {
  const [, day, hour] = (monitorOfKey(key) && HOUR_OF_KEY.exec(key)) ?? []
  return day === undefined ? null : dayBegin(parseDay(day)) + (Number(hour) + 1) * HOUR
}

const UNLISTED = 'unlisted'

/** A place that no list has and where trucks stop, by what tells it from all others. */
export const unlistedOpening = (id: string): string => `${UNLISTED}/${encodeURIComponent(id)}`

/** What tells the place that a key of {@link unlistedOpening} is of, where it was noticed in that month; null where it is of none. */
export function unlistedOfKey(key: string, month: string): string | null {
  const [what, id, when] = key.split('/')
  return what === UNLISTED && id !== undefined && when === month ? decoded(id) : null
}

/** The key of an opening: what it is on, of the month, day or hour (`2022-10-31T08`) of what was noticed. A number that is used again later is another one. */
export const openingKey = (of: string, when: string): string => `${of}/${when}`

/** Whether a key is of what a case is opened on, of whichever day. */
export const isOpeningOf = (key: string, of: string): boolean => key.startsWith(`${of}/`)
