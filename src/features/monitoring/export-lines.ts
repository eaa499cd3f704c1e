import type { TFunction } from 'i18next'
import { type DataClass, leastReal } from '@/domain/sources/kinds/data-class'
import type { Dataset } from '@/questions/dataset'

type Facts = Pick<Dataset, 'provenance'>

/**
 * Data classes of the package's hours. If it has none and no real import exists, the hours shown come from
 * an imported made-up export.
 */
function classesOf({ provenance }: Facts): readonly DataClass[] {
  const classes = provenance.flatMap(({ role, dataClass }) => (role === 'readings-hourly' ? dataClass : []))
  return classes.length > 0 ? classes : ['illustrative']
}

/** Lines about the origin of the readings in a monitor export: imported in this browser, or not real. */
export function originLines(
  t: TFunction<'texts'>,
  dataset: Facts,
  hasKept: boolean,
): readonly (readonly [string, string])[] {
  // Made-up readings are never shown together with imported ones.
  const isMadeUp = !hasKept && classesOf(dataset).includes('illustrative')
  return [
    ...(hasKept ? [[t('monitoring.table.from'), t('monitoring.table.kept')] as const] : []),
    ...(isMadeUp ? [[t('monitoring.table.from'), t('monitoring.table.illustrative')] as const] : []),
  ]
}

/** Data class of the readings in a monitor export: imported readings are real, and hide all made-up ones. */
export const readingsClass = (dataset: Facts, hasKept: boolean): DataClass =>
  hasKept ? 'real' : leastReal(classesOf(dataset))
