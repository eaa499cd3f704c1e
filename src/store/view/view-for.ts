import { requirementsOf } from '@/domain/rules/requirement'
import { type KindId, kindWithId } from '@/domain/sources/kinds/kind'
import type { AreaStep } from '@/domain/sources/view/area'
import type { Dataset } from '@/questions/dataset'
import { LAYERS, type View } from './view'

/** The same list where all of it fits. */
const fitting = <T>(list: readonly T[], fits: (each: T) => boolean) => (list.every(fits) ? list : list.filter(fits))

/**
 * The view without what names a kind of sources or a requirement that the open package does not have: filters, areas along
 * lines, what is hidden, the selected source and the look. The same view where nothing is dropped.
 */
export function viewFor({ kinds, rules }: Pick<Dataset, 'kinds' | 'rules'>, view: View): View {
  const has = (kind: KindId) => kindWithId(kinds, kind) !== undefined
  const isDrawn = (name: string) => has(name) || LAYERS.some((layer) => layer === name)
  const isPlaced = ({ area }: AreaStep) => area.type !== 'line' || area.kind === undefined || has(area.kind)
  const { filters } = view
  const known = new Set(filters.requirements.length > 0 ? requirementsOf(rules).map(({ key }) => key) : [])
  const next = {
    kinds: fitting(filters.kinds, has),
    requirements: fitting(filters.requirements, (key) => known.has(key)),
    area: fitting(filters.area, isPlaced),
  }
  const sameFilters = (['kinds', 'requirements', 'area'] as const).every((name) => next[name] === filters[name])
  const fitted: View = {
    ...view,
    filters: sameFilters ? filters : { ...filters, ...next },
    hidden: fitting(view.hidden, isDrawn),
    selected: view.selected && has(view.selected.kind) ? view.selected : null,
    look: view.look && has(view.look.kind) ? view.look : null,
  }
  const isSame = (['filters', 'hidden', 'selected', 'look'] as const).every((name) => fitted[name] === view[name])
  return isSame ? view : fitted
}
