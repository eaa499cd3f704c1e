import type { IsoDay } from '@/domain/calendar'
import type { KindId } from '@/domain/sources/kinds/kind'
import { CHECK_PARTS, type CheckDraft, checkOf, draftOfCheck, emptyCheck, isMissing, typedNumber } from './check-parts'
import { isAdvisory, type Rule, type Scope } from './rule'
import type { Manner } from './rule-change'

/** Forms in which a scope can select rows. */
export const SCOPE_FORMS = ['is', 'oneOf', 'equals', 'counties'] as const
export type ScopeForm = (typeof SCOPE_FORMS)[number]

/** A scope in the form. */
export interface ScopeDraft {
  readonly form: ScopeForm
  /** Name of the column; '' if none is chosen, and for counties. */
  readonly field: string
  readonly is: boolean
  /** Texts of the column, or codes of counties. */
  readonly values: readonly string[]
  readonly number: string
}

/** A rule in the form; it may be incomplete. */
export interface RuleDraft {
  /** The rule being edited; null for a new one. */
  readonly original: Rule | null
  readonly clause: number
  readonly kind: KindId
  readonly zh: string
  readonly en: string
  readonly scope: readonly ScopeDraft[]
  readonly check: CheckDraft
  /** Days; '' for none. */
  readonly from: IsoDay | ''
  readonly until: IsoDay | ''
  readonly deadline: IsoDay | ''
  readonly isHint: boolean
  readonly lead: readonly string[]
  readonly support: readonly string[]
  readonly basis: string
  /** How an existing rule is changed; null if the user has not chosen. */
  readonly manner: Manner | null
}

export const emptyScope = (form: ScopeForm): ScopeDraft => ({ form, field: '', is: true, values: [], number: '' })

/** Draft of a new requirement for a clause, in force from a day on. */
export const newRule = (clause: number, kind: KindId, from: IsoDay, lead: readonly string[]): RuleDraft => ({
  original: null,
  clause,
  kind,
  zh: '',
  en: '',
  scope: [],
  check: emptyCheck('all-yes'),
  from,
  until: '',
  deadline: '',
  isHint: false,
  lead,
  support: [],
  basis: '',
  manner: null,
})

export const draftOfRule = (rule: Rule): RuleDraft => ({
  original: rule,
  clause: rule.clause,
  kind: rule.kind,
  zh: rule.title.zh,
  en: rule.title.en === rule.title.zh ? '' : rule.title.en,
  scope: rule.scope.map(draftOfScope),
  check: draftOfCheck(rule.check),
  from: rule.from,
  until: rule.until ?? '',
  deadline: rule.deadline ?? '',
  isHint: isAdvisory(rule),
  lead: rule.lead,
  support: rule.support ?? [],
  basis: rule.basis ?? '',
  manner: null,
})

function draftOfScope(scope: Scope): ScopeDraft {
  if ('counties' in scope) return { ...emptyScope('counties'), values: scope.counties }
  if ('is' in scope) return { ...emptyScope('is'), field: scope.field, is: scope.is }
  if ('oneOf' in scope) return { ...emptyScope('oneOf'), field: scope.field, values: scope.oneOf }
  return { ...emptyScope('equals'), field: scope.field, number: String(scope.equals) }
}

function scopeOf({ form, field, is, values, number }: ScopeDraft): Scope | null {
  if (form !== 'counties' && field === '') return null
  switch (form) {
    case 'is':
      return { field, is }
    case 'oneOf':
      return values.length > 0 ? { field, oneOf: values } : null
    case 'counties':
      return values.length > 0 ? { counties: values } : null
    case 'equals': {
      const equals = typedNumber(number)
      return equals === null ? null : { field, equals }
    }
  }
}

/** Parts that a draft may still lack. */
export const MISSING_RULE_PARTS = ['title', 'scope', 'check', 'from', 'basis'] as const
export type MissingRulePart = (typeof MISSING_RULE_PARTS)[number]

export function missingRuleParts({
  original,
  zh,
  scope,
  check,
  from,
  basis,
  isHint,
}: RuleDraft): readonly MissingRulePart[] {
  const isLacking: Readonly<Record<MissingRulePart, boolean>> = {
    title: zh.trim() === '',
    scope: scope.some((each) => scopeOf(each) === null),
    check: CHECK_PARTS[check.type].some((part) => isMissing(check, part)),
    from: from === '',
    // Delivered or saved rules may have no basis; a requirement newly added by a bureau needs one.
    basis: original === null && !isHint && basis.trim() === '',
  }
  return MISSING_RULE_PARTS.filter((part) => isLacking[part])
}

/**
 * Builds the rule from a draft; its id is '' for a new one. Returns null if its requirement is incomplete. The title is
 * not checked. An unchanged draft gives a rule equal to the original.
 */
export function ruleOf(draft: RuleDraft): Rule | null {
  const { original, zh, en, from, until, deadline, lead, support, basis, isHint } = draft
  const check = checkOf(draft.check)
  const scope = draft.scope.flatMap((each) => scopeOf(each) ?? [])
  if (check === null || scope.length < draft.scope.length || from === '') return null
  const title = { zh: zh.trim(), en: en.trim() || zh.trim() }
  const wasHint = original !== null && isAdvisory(original)
  // `advisory`, set or absent, stays as it was unless the user changed it here.
  const advisory = original && wasHint === isHint ? original.advisory : isHint || (wasHint ? false : undefined)
  const own = support.length > 0 || original?.support ? { support } : {}
  return {
    id: original?.id ?? '',
    clause: draft.clause,
    kind: draft.kind,
    title,
    scope,
    check,
    from,
    ...(until === '' ? {} : { until }),
    ...(deadline === '' ? {} : { deadline }),
    ...(advisory === undefined ? {} : { advisory }),
    lead,
    ...own,
    ...(basis.trim() === '' ? {} : { basis: basis.trim() }),
    ...(original?.follows === undefined ? {} : { follows: original.follows }),
    ...(original?.askedFrom === undefined ? {} : { askedFrom: original.askedFrom }),
    ...(original?.changed ? { changed: original.changed } : {}),
  }
}
