import type { Stamp } from '@/domain/monitoring/interval'
import { isSameClass } from '@/io/kept/part-class'
import type { ReadExport } from '@/io/readings/read-export'
import type { ReadingsPart } from '@/io/readings/readings-shelf'
import { keptCode, type ReadingsDecision } from './readings-desk'
import type { StampQuestion } from './readings-times'

/** Whether the times of each device were begins or ends, by the code that it is kept under, where its files tell it. */
export function decidedStamps(
  exports: readonly Pick<ReadExport, 'readings' | 'times'>[],
  decision: ReadingsDecision,
): ReadonlyMap<string, Stamp> {
  return new Map(
    exports.flatMap(({ readings, times }) => {
      const [stamp, other] = new Set(times.map((of) => of.stamp))
      // Tables of one file may tell different things, and a device may be in any of them.
      if (!stamp || other !== undefined) return []
      return readings.devices.map((code): [string, Stamp] => [keptCode(code, decision), stamp])
    }),
  )
}

/**
 * Questions about times with what is known of kept readings of the same devices: a correction of a few hours shows
 * nothing of its own times, while the file that it corrects did.
 */
export const besideKept = (
  questions: readonly StampQuestion[],
  exports: readonly Pick<ReadExport, 'file' | 'readings' | 'dataClass'>[],
  parts: readonly ReadingsPart[],
): StampQuestion[] =>
  questions.map((question) => {
    const own = exports.filter(({ file }) => question.files.includes(file))
    const found: Record<Stamp, Set<string>> = { begin: new Set(), end: new Set() }
    for (const { readings, dataClass } of own) {
      const codes = new Set(readings.devices)
      for (const part of parts)
        if (isSameClass(part, dataClass))
          // One that is kept under another code has its code in the file as name.
          for (const { code, name = code, stamp } of part.devices)
            if (stamp && (codes.has(code) || codes.has(name))) found[stamp].add(code)
    }
    const kept = (['begin', 'end'] as const).filter((stamp) => found[stamp].size > 0)
    return { ...question, kept: Object.fromEntries(kept.map((stamp) => [stamp, [...found[stamp]]])) }
  })
