import type { DataClass } from '@/domain/sources/kinds/data-class'
import type { Dataset } from '@/questions/dataset'

/** Of which classes the dustfall of a package is, each once. */
export const dustfallClasses = ({ provenance }: Pick<Dataset, 'provenance'>): readonly DataClass[] => [
  ...new Set(provenance.filter(({ role }) => role.startsWith('dustfall')).map(({ dataClass }) => dataClass)),
]
