import type { Parameter } from '@/domain/monitoring/parameter'
import type { Kind } from '@/domain/sources/kinds/kind'
import type { CaseSort, CauseRule } from './settings'

/**
 * Which sources may cause what a case of a sort is about; null where the package leaves none out.
 * @param parameter what was measured; null where that is not known: then the first that the sort says.
 */
export const causesOf = ({ causes }: Pick<CaseSort, 'causes'>, parameter: Parameter | null): CauseRule | null =>
  causes.find(({ parameters }) => parameter === null || !parameters || parameters.includes(parameter)) ?? null

/** Whether sources of a kind may be the cause: of a group or by name, unless the kind is left out by name. */
export const mayCause = ({ id, group }: Pick<Kind, 'id' | 'group'>, rule: CauseRule | null): boolean =>
  rule === null ||
  (!rule.except.includes(id) && (rule.kinds.includes(id) || (group !== undefined && rule.groups.includes(group.id))))
