import { canonicalNameOf, kindsOfDepartments } from '@/domain/rules/departments'
import { requirementsOf } from '@/domain/rules/requirement'
import { isAdvisory } from '@/domain/rules/rule'
import { isOnMaps, type Kind, type KindId } from '@/domain/sources/kinds/kind'
import { RESERVED_COLUMNS } from '@/domain/sources/kinds/reserved'
import { storedField } from '@/domain/sources/kinds/stored-field'
import type { ColumnTest } from '@/domain/sources/view/column-test'
import type { Dataset } from '@/questions/dataset'
import { departmentKindsOn } from '@/questions/plan/departments'
import { effectiveDate } from '@/store/chentu/effective-date'
import { FIRST_VIEW, type View } from './view'

/** The package's data on its kinds, and on whom they concern. */
type PlannedKinds = Pick<Dataset, 'kinds' | 'rules' | 'clauses' | 'rowLeads' | 'departmentNames' | 'settings'>
type LayersView = Pick<View, 'hidden' | 'added' | 'filters' | 'look' | 'asOf'>

/** Whether the sources of a kind have a column; extra columns of a file belong to no kind. */
const hasColumn = (kind: Kind, column: string) =>
  (RESERVED_COLUMNS as readonly string[]).includes(column) ||
  kind.fields.some(({ name }) => name === column) ||
  storedField(kind, column) !== null

/**
 * The mapped kinds that have all tested columns; empty if all mapped kinds do, since then the tests do not restrict the
 * kinds.
 */
function kindsWithColumns(kinds: readonly Kind[], tests: readonly ColumnTest[]): readonly Kind[] {
  const mapped = kinds.filter(isOnMaps)
  const having = mapped.filter((kind) => tests.every(({ column }) => hasColumn(kind, column)))
  return having.length < mapped.length ? having : []
}

/** The kinds that a view refers to by its filters or its look: the user wants to see their sources. */
function askedKinds(planned: PlannedKinds, { filters, look, asOf }: LayersView): ReadonlySet<KindId> {
  const { kinds, rules, departmentNames } = planned
  const requirements = requirementsOf(rules).filter(({ key }) => filters.requirements.includes(key))
  const asked = rules.filter(
    (rule, number) =>
      filters.clauses.includes(rule.clause) ||
      requirements.some((requirement) => requirement.rule === number) ||
      rule.lead.some((lead) => filters.leads.includes(lead)) ||
      // Where each row names its own lead, only the rows tell, and they are filtered by it.
      (filters.leads.length > 0 && rule.lead.length === 0 && !isAdvisory(rule)),
  )
  return new Set([
    ...filters.kinds,
    ...(filters.departments.length > 0
      ? kindsOfDepartments(
          departmentKindsOn(planned, effectiveDate(planned, { asOf })),
          filters.departments.map(canonicalNameOf(departmentNames)),
        )
      : []),
    ...asked.map(({ kind }) => kind),
    ...kindsWithColumns(kinds, filters.columns).map(({ id }) => id),
    ...(look ? [look.kind] : []),
  ])
}

/**
 * Names of layers and ids of kinds that are not drawn: those switched off, and those that the package hides unless
 * something refers to them.
 */
export function hiddenLayers(planned: PlannedKinds, view: LayersView): readonly string[] {
  const off = planned.kinds.filter((kind) => isOnMaps(kind) && !kind.shown)
  if (off.length === 0) return view.hidden
  const asked = askedKinds(planned, view)
  const kept = off.filter(({ id }) => !view.added.includes(id) && !asked.has(id) && !view.hidden.includes(id))
  return [...view.hidden, ...kept.map(({ id }) => id)]
}

/** The view's layers after switching some on or off. */
export function switchedLayers(
  planned: PlannedKinds,
  view: LayersView,
  layers: readonly string[],
  on: boolean,
): Pick<View, 'hidden' | 'added'> {
  const hidden = view.hidden.filter((each) => !layers.includes(each))
  const added = view.added.filter((each) => !layers.includes(each))
  // A layer switched on stays when nothing refers to it any more; one that is referred to is switched off by name.
  const { filters, look } = on ? FIRST_VIEW : view
  const off = hiddenLayers(planned, { hidden, added, filters, look, asOf: view.asOf })
  const changed = layers.filter((layer) => off.includes(layer) === on)
  return on ? { hidden, added: [...added, ...changed] } : { hidden: [...hidden, ...changed], added }
}

/** The layers on the map at first, without changes to the package's defaults. */
export const FIRST_LAYERS: Pick<View, 'hidden' | 'added'> = { hidden: FIRST_VIEW.hidden, added: FIRST_VIEW.added }

/** Whether the layers are as at first, in any order. */
export const areFirstLayers = ({ hidden, added }: Pick<View, 'hidden' | 'added'>) =>
  added.length === 0 && [...hidden].sort().join() === [...FIRST_LAYERS.hidden].sort().join()
