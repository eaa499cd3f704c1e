import { formatDay, parseDay } from '@/domain/calendar'
import { dayBegin, localDay, localHour } from '@/domain/monitoring/local-time'
import { PARAMETERS, type Parameter } from '@/domain/monitoring/parameter'
import type { Minute } from '@/domain/monitoring/readings'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { BreachKind } from '@/domain/trucks/breach-kinds'
import type { Second } from '@/domain/trucks/positions'

/**
 * The subject of a case about a source, without a date: kind, code, and the number among sources with the same code,
 * from 1. Codes may contain slashes.
 */
export const sourceOpening = ({
  kind,
  code,
  nth = 1,
}: {
  kind: KindId
  code: string
  nth?: number | undefined
}): string => [kind, encodeURIComponent(code), nth].join('/')

/** The subject of a case about a dustfall point, by its code. */
export const pointOpening = (code: string): string => `dustfall/${encodeURIComponent(code)}`

const HOUR = 60

/** Distinct from every kind id, with which the keys of sources begin. */
const HOURS_OF = 'hours-of'

/** The subject of a case about hours of a monitor above a limit, by the monitor's code and the parameter. */
export const monitorOpening = (code: string, parameter: Parameter): string =>
  `${HOURS_OF}/${encodeURIComponent(code)}/${parameter}`

/** The monitor and parameter in a key from {@link monitorOpening}; null for any other key. */
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
    // The record was written by another program.
    return null
  }
}

/**
 * The key for hours of a monitor above a limit. It contains only the first hour, in Asia/Shanghai time, because the
 * exceedance may still continue.
 */
export const runOpeningKey = (code: string, parameter: Parameter, from: Minute): string =>
  openingKey(
    monitorOpening(code, parameter),
    `${formatDay(localDay(from))}T${String(localHour(from)).padStart(2, '0')}`,
  )

const HOUR_OF_KEY = /\/(\d{4}-\d{2}-\d{2})T(\d{2})$/

/**
 * The end of the first hour in a key from {@link runOpeningKey}, the earliest time at which its value could be known;
 * null if the key has no hour.
 */
export function hourEndOfKey(key: string): Minute | null {
  const [, day, hour] = (monitorOfKey(key) && HOUR_OF_KEY.exec(key)) ?? []
  return day === undefined ? null : dayBegin(parseDay(day)) + (Number(hour) + 1) * HOUR
}

const UNLISTED = 'unlisted'

/** The subject of a case about an unlisted place where trucks stop, by the id of the place. */
export const unlistedOpening = (id: string): string => `${UNLISTED}/${encodeURIComponent(id)}`

/** The place id in a key from {@link unlistedOpening}, if the key is of that month; null for any other key. */
export function unlistedOfKey(key: string, month: string): string | null {
  const [what, id, when] = key.split('/')
  return what === UNLISTED && id !== undefined && when === month ? decoded(id) : null
}

const BREACH = 'truck-breach'

/** Whether a key is of a suspected breach by a truck, see {@link breachOpeningKey}. */
export const isBreachKey = (key: string): boolean => key.startsWith(`${BREACH}/`)

/** The key for a suspected breach by a truck: the truck, the kind, the ban if it breached one, and when it began. */
export const breachOpeningKey = ({
  plate,
  kind,
  of,
  from,
}: {
  plate: string
  kind: BreachKind
  of: string
  from: Second
}): string =>
  openingKey(
    [BREACH, encodeURIComponent(plate), kind, encodeURIComponent(of)].join('/'),
    new Date(from * 1000).toISOString(),
  )

/**
 * The key of an opening: its subject, and the month, day or hour (`2022-10-31T08`) of what was noticed. If a number is
 * reused later, the key differs.
 */
export const openingKey = (subject: string, when: string): string => `${subject}/${when}`

/** Whether a key has this subject, for any date. */
export const isOpeningOf = (key: string, subject: string): boolean => key.startsWith(`${subject}/`)
