import type { TFunction } from 'i18next'
import { type DataClass, leastReal } from '@/domain/sources/kinds/data-class'
import type { Dataset } from '@/questions/dataset'

type Facts = Pick<Dataset, 'provenance'>

/** Classes of the package's hours. Where it has none, what is shown beside no real import is a made-up export that was brought again. */
function classesOf({ provenance }: Facts): readonly DataClass[] {
  const classes = provenance.flatMap(({ role, dataClass }) => (role === 'readings-hourly' ? dataClass : []))
  return classes.length > 0 ? classes : ['illustrative']
}

/** What a file about monitors says of where its readings are from: those imported in this browser, and those that are no real ones. */
export function originLines(
  t: TFunction<'texts'>,
  dataset: Facts,
  hasKept: boolean,
): readonly (readonly [string, string])[] {
  // Beside what this browser keeps nothing made up is shown.
  const isMadeUp = !hasKept && classesOf(dataset).includes('illustrative')
  return [
    ...(hasKept ? [[t('monitoring.table.from'), t('monitoring.table.kept')] as const] : []),
    ...(isMadeUp ? [[t('monitoring.table.from'), t('monitoring.table.illustrative')] as const] : []),
  ]
}

/** How real the readings are of a file about monitors: what is imported is, and then nothing that is made up is shown. */
export const readingsClass = (dataset: Facts, hasKept: boolean): DataClass =>
  hasKept ? 'real' : leastReal(classesOf(dataset))
