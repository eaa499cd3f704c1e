import { type BroughtFiles, bringFiles, spannedFiles, spansByDevice } from '@/domain/monitoring/bring-files'
import { type DeviceSpan, deviceSpans, isNear } from '@/domain/monitoring/device-spans'
import type { HourRule } from '@/domain/monitoring/hours'
import { joinReadings, rowsOnce } from '@/domain/monitoring/join-readings'
import { PARAMETERS, type Parameter } from '@/domain/monitoring/parameter'
import type { Minute, Readings } from '@/domain/monitoring/readings'
import type { LeftOut } from '@/domain/monitoring/whole-periods'
import { isSameClass } from '@/io/kept/part-class'
import { broughtBy } from '@/io/readings/keep-readings'
import { keptLonger, keptTimes, partsNear } from '@/io/readings/kept-times'
import type { ReadExport } from '@/io/readings/read-export'
import type { ReadingsShelf } from '@/io/readings/readings-shelf'
import { type ReplacedReadings, replacedReadings } from '@/io/readings/replaced-readings'
import { decidedStamps } from './kept-stamps'
import { decidedFiles, decidedNames, type ReadingsDecision } from './readings-desk'

const CLASSES = ['real', 'illustrative'] as const
type KeptClass = (typeof CLASSES)[number]

/** How an import is made of files: what the user decided, at what time, and the rule by which hours are made. */
export interface Deciding {
  readonly decision: ReadingsDecision
  readonly now: Minute
  readonly rule: HourRule
}

/** What an import does to what is kept. */
export interface ImportEffect extends ReplacedReadings {
  readonly leftOut: LeftOut
  /** How many readings are not stored, since all of their values are left out. */
  readonly leftRows: number
  /** How many values for longer times no longer count, since shorter ones make the mean of these times. */
  readonly superseded: number
}

const ofClass = (exports: readonly ReadExport[], dataClass: KeptClass) =>
  exports.filter((each) => isSameClass(each, dataClass))

async function brought(
  shelf: ReadingsShelf,
  files: readonly (readonly Readings[])[],
  dataClass: KeptClass,
  { decision, rule }: Deciding,
) {
  // File by file: among those of all files, the interval of one could pass for that of another.
  const spanned = spannedFiles(files, rule.stamp, decision.unsureHours === 'hour')
  const spans = spanned.flat().flatMap((piece) => {
    const lengths = spansByDevice(piece)
    return deviceSpans(piece).map((span) => ({ ...span, shortest: lengths.get(span.code)!.shortest }))
  })
  const times = await keptTimes(shelf, spans, parametersOverMinutes(spanned.flat()), dataClass, rule.stamp)
  return bringFiles(spanned, rule, { times, ...(await keptLonger(shelf, spans, dataClass)) })
}

/** The parameters with values that stand for more than a minute: only such can stand for shorter ones. */
const parametersOverMinutes = (pieces: readonly Readings[]): readonly Parameter[] =>
  PARAMETERS.filter((each) => pieces.some(({ series }) => series[each]?.spans?.some((span) => span > 1)))

/** How many readings of files are in none of the parts that are stored of them. */
const rowsLeft = (files: readonly Readings[], { parts, leftOut }: Pick<BroughtFiles, 'parts' | 'leftOut'>): number =>
  leftOut.values === 0 ? 0 : rowsOnce([...files, ...parts]) - rowsOnce(parts)

/** The readings of an import by class, as they are stored beside what is kept. */
export const decidedImport = (shelf: ReadingsShelf, exports: readonly ReadExport[], deciding: Deciding) =>
  Promise.all(
    CLASSES.map(async (dataClass) => {
      const own = ofClass(exports, dataClass)
      const files = decidedFiles(own, deciding.decision, deciding.now)
      const { parts, stored, leftOut } = await brought(shelf, files, dataClass, deciding)
      return {
        dataClass,
        rows: rowsOnce(files.flat()) - rowsLeft(files.flat(), { parts, leftOut }),
        readings: joinReadings(stored).readings,
        names: decidedNames(own, deciding.decision),
        stamps: decidedStamps(own, deciding.decision),
        brought: broughtBy(files),
      }
    }),
  )

/** Whether a span is near one of another file: then values of one may replace those of the other. */
function isBesideFiles(files: readonly (readonly DeviceSpan[])[]): boolean {
  const before = new Map<string, DeviceSpan[]>()
  return files.some((spans) => {
    const isBeside = spans.some((span) => before.get(span.code)?.some((each) => isNear(each, span)))
    for (const span of spans) before.set(span.code, [...(before.get(span.code) ?? []), span])
    return isBeside
  })
}

/**
 * What an import would replace and leave out. Files with nothing beside them are not read through. `goOn` is awaited
 * between the steps, each of which may take seconds; what it throws ends the look.
 */
export async function effectOfImport(
  shelf: ReadingsShelf,
  exports: readonly ReadExport[],
  deciding: Deciding,
  goOn: () => Promise<void> = async () => undefined,
): Promise<ImportEffect> {
  const list = await shelf.list()
  let effect: ImportEffect = {
    ...{ rows: 0, differing: 0, isAtMost: false, months: 0 },
    ...{ leftOut: { values: 0, devices: [] }, leftRows: 0, superseded: 0 },
  }
  for (const dataClass of CLASSES) {
    const files = decidedFiles(ofClass(exports, dataClass), deciding.decision, deciding.now)
    const spans = files.map((pieces) => pieces.flatMap(deviceSpans))
    if (partsNear(list, spans.flat(), dataClass).length === 0 && !isBesideFiles(spans)) continue
    await goOn()
    const { parts, leftOut, superseded } = await brought(shelf, files, dataClass, deciding)
    await goOn()
    const { readings } = joinReadings(parts)
    await goOn()
    const replaced = await replacedReadings(shelf, readings, dataClass, goOn)
    await goOn()
    effect = {
      rows: effect.rows + replaced.rows,
      differing: effect.differing + replaced.differing,
      isAtMost: effect.isAtMost || replaced.isAtMost,
      months: Math.max(effect.months, replaced.months),
      leftOut: {
        values: effect.leftOut.values + leftOut.values,
        devices: [...new Set([...effect.leftOut.devices, ...leftOut.devices])],
      },
      leftRows: effect.leftRows + rowsLeft(files.flat(), { parts, leftOut }),
      superseded: effect.superseded + superseded,
    }
  }
  return effect
}
