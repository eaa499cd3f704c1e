import { grouped } from '@/domain/grouped'
import type { HourRule } from '@/domain/monitoring/hours'
import type { ReadExport } from '@/io/readings/read-export'
import { overruleKey, type TableTimes } from '@/io/readings/sheet-times'

type Stamp = HourRule['stamp']

/** How the times of files with the same headings were read, and what the user may state about them. */
export interface TimesOfFiles extends TableTimes {
  readonly files: readonly string[]
}

/** Times that may be begins or ends, by the headings of their tables; the user states which. */
export interface StampQuestion extends Pick<TableTimes, 'time' | 'proven'> {
  /** Identifies what the user states; another one where the user overrules a proof. */
  readonly key: string
  readonly files: readonly string[]
  /** Whether there are times of hours or shorter periods of which not even the first and last show anything. */
  readonly isUntold: boolean
  /** For begins or ends, the files whose first and last times speak for them. */
  readonly likely: Readonly<Partial<Record<Stamp, readonly string[]>>>
  /** For begins or ends, the devices of these files whose kept readings came with such times; absent if that is unknown. */
  readonly kept?: Readonly<Partial<Record<Stamp, readonly string[]>>>
  /** What the user stated; null if nothing. */
  readonly said: Stamp | null
}

type Exports = readonly Pick<ReadExport, 'file' | 'times'>[]

/** The times of files, once for files that are alike in all of this. */
export function timesOfFiles(exports: Exports): TimesOfFiles[] {
  const all = exports.flatMap(({ file, times }) => times.map((of) => ({ ...of, file })))
  const alike = grouped(all, ({ file: _, ...of }) => Object.values(of).join('|'))
  return [...alike.values()].map((own) => {
    const { file: _, ...of } = own[0]!
    return { ...of, files: [...new Set(own.map(({ file }) => file))] }
  })
}

/** Whether times of hours or shorter periods show nothing of begin or end, by proof or by their first and last. */
export const isUntold = ({ day, hours, likely, proof }: TableTimes): boolean =>
  (hours === 'open' && proof === null) ||
  (hours === 'from-0' && likely === null && day === null) ||
  (hours === 'parts' && likely === null)

/** The key of what the user states about times. */
export const stampKey = ({ headings, proof }: Pick<TableTimes, 'headings' | 'proof'>): string =>
  proof === null ? headings : overruleKey(headings)

/**
 * What the user may state about times: one question for all files with the same headings whose times prove nothing, and
 * one for those whose times do. What was stated about the ones does not hold for the others.
 */
export function stampQuestions(exports: Exports, said: Readonly<Record<string, Stamp>> = {}): StampQuestion[] {
  const asked = timesOfFiles(exports).filter((of) => of.proof !== null || of.likely || isUntold(of))
  return [...grouped(asked, stampKey)].map(([key, own]) => ({
    ...{ key, time: own[0]!.time, proven: own[0]!.proven },
    files: [...new Set(own.flatMap(({ files }) => files))],
    isUntold: own.some(isUntold),
    likely: filesByLikely(own),
    said: said[key] ?? null,
  }))
}

function filesByLikely(own: readonly TimesOfFiles[]): StampQuestion['likely'] {
  const found: Partial<Record<Stamp, readonly string[]>> = {}
  for (const { likely, files } of own) if (likely) found[likely] = [...new Set([...(found[likely] ?? []), ...files])]
  return found
}

const otherThan = (stamp: Stamp): Stamp => (stamp === 'begin' ? 'end' : 'begin')

/** Whether the user may answer: not where all times only speak for what the package takes. */
export const isStampAsked = ({ isUntold, likely, said, proven }: StampQuestion, stamp: Stamp): boolean =>
  proven !== null || isUntold || said !== null || likely[otherThan(stamp)] !== undefined

/**
 * Whether the user must answer before anything is kept: the times speak for the other end than the package takes, or
 * show nothing while kept ones of the same devices were the other.
 */
export const isStampOpen = ({ isUntold, likely, kept, said, proven }: StampQuestion, stamp: Stamp): boolean =>
  said === null &&
  proven === null &&
  (likely[otherThan(stamp)] !== undefined || (isUntold && kept?.[otherThan(stamp)] !== undefined))
