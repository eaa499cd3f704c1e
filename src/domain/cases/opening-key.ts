import type { IsoDay, Month } from '@/domain/calendar'
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

/** The key of an opening: what it is on, of the day or month of what was noticed. A number that is used again later is another one. */
export const openingKey = (of: string, when: IsoDay | Month): string => `${of}/${when}`

/** Whether a key is of what a case is opened on, of whichever day. */
export const isOpeningOf = (key: string, of: string): boolean => key.startsWith(`${of}/`)
