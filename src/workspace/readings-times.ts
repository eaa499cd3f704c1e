import { grouped } from '@/domain/grouped'
import type { HourRule } from '@/domain/monitoring/hours'
import type { ReadExport } from '@/io/readings/read-export'
import type { TableTimes } from '@/io/readings/sheet-times'

type Stamp = HourRule['stamp']

/** How the times of files with the same headings were read, and what the user may state about them. */
export interface TimesOfFiles extends TableTimes {
  readonly files: readonly string[]
}

/** Times that may be begins or ends, by the headings of their tables; the user states which. */
export interface StampQuestion extends Pick<TableTimes, 'headings' | 'time'> {
  readonly files: readonly string[]
  /** Whether there are times of full hours of which not even the first and last show anything. */
  readonly isUntold: boolean
  /** For begins or ends, the files whose first and last times speak for them. */
  readonly likely: Readonly<Partial<Record<Stamp, readonly string[]>>>
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

/** Whether times of full hours show nothing of begin or end, by proof or by their first and last. */
export const isUntold = ({ day, hours, likely }: TableTimes): boolean =>
  hours === 'open' || (hours === 'from-0' && likely === null && day === null)

/** What the user may state about times: one question for all files with the same headings. */
export function stampQuestions(exports: Exports, said: Readonly<Record<string, Stamp>> = {}): StampQuestion[] {
  // Those of hours that another file tells have their stamp from it, even against what was stated.
  const isKnown = ({ hours, stamp, headings }: TableTimes) =>
    hours === 'to-24' || (stamp !== null && said[headings] !== stamp)
  const unproven = timesOfFiles(exports).filter((of) => !isKnown(of) && (of.likely || isUntold(of)))
  return [...grouped(unproven, ({ headings }) => headings)].map(([headings, own]) => ({
    ...{ headings, time: own[0]!.time },
    files: [...new Set(own.flatMap(({ files }) => files))],
    isUntold: own.some(isUntold),
    likely: filesByLikely(own),
    said: said[headings] ?? null,
  }))
}

function filesByLikely(own: readonly TimesOfFiles[]): StampQuestion['likely'] {
  const found: Partial<Record<Stamp, readonly string[]>> = {}
  for (const { likely, files } of own) if (likely) found[likely] = [...new Set([...(found[likely] ?? []), ...files])]
  return found
}

const otherThan = (stamp: Stamp): Stamp => (stamp === 'begin' ? 'end' : 'begin')

/** Whether the user may answer: not where all times speak for what the package takes. */
export const isStampAsked = ({ isUntold, likely, said }: StampQuestion, stamp: Stamp): boolean =>
  isUntold || said !== null || likely[otherThan(stamp)] !== undefined

/** Whether the user must answer before anything is kept: the times speak for the other end than the package takes. */
export const isStampOpen = ({ likely, said }: StampQuestion, stamp: Stamp): boolean =>
  said === null && likely[otherThan(stamp)] !== undefined
