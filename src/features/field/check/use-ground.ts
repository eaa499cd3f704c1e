import { FAR_METRES, type Ground } from '@/domain/field/ground'
import { kindWithId, nameMeaning } from '@/domain/sources/kinds/kind'
import type { CheckTarget } from '@/features/field/record/check-target'
import { useOpened } from '@/store/chentu'
import type { SourceFacts } from './use-source-facts'

/**
 * Geometry of a source (null if the package has no position), and the distance from which a check counts as far away.
 */
export function useGround(
  { kind, code, sameCode, position }: CheckTarget,
  { record }: SourceFacts,
): { readonly ground: Ground | null; readonly farMetres: number } {
  const { dataset } = useOpened()
  const farMetres = dataset.settings.field?.farMetres ?? FAR_METRES
  if (!position) return { ground: null, farMetres }
  const nth = sameCode?.nth ?? 1
  const line = dataset.lines.find((each) => each.kind === kind && each.code === code && each.nth === nth)
  const known = kindWithId(dataset.kinds, kind)
  const area = known ? record?.values[nameMeaning(known, 'area') ?? ''] : null
  const squareMetres = typeof area === 'number' ? area : null
  return { ground: { position, line: line?.geometry ?? null, squareMetres }, farMetres }
}
