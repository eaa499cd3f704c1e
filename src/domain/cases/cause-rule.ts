import type { Parameter } from '@/domain/monitoring/parameter'
import type { Kind } from '@/domain/sources/kinds/kind'
import type { CaseType, CauseRule } from './settings'

/**
 * The rule for which sources may cause a case of this sort; null if the package excludes none.
 * @param parameter the measured parameter; if null (unknown), the first rule of the sort applies.
 */
export const causeRuleFor = ({ causes }: Pick<CaseType, 'causes'>, parameter: Parameter | null): CauseRule | null =>
  causes.find(({ parameters }) => parameter === null || !parameters || parameters.includes(parameter)) ?? null

/** Whether sources of a kind may be the cause: the kind or its group is listed, and the kind is not excepted. */
export const mayCause = ({ id, group }: Pick<Kind, 'id' | 'group'>, rule: CauseRule | null): boolean =>
  rule === null ||
  (!rule.except.includes(id) && (rule.kinds.includes(id) || (group !== undefined && rule.groups.includes(group.id))))
