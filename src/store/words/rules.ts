import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { Problem } from '@/domain/problem'
import type { Check, Rule, Scope } from '@/domain/rules/rule'
import { RULE_PARTS, type RulePart } from '@/domain/rules/rule-difference'
import type { RuleRefusal } from '@/domain/rules/rule-refusal'
import { countyName } from '@/domain/sources/county'
import { kindWithId } from '@/domain/sources/kinds/kind'
import { useDataset } from '@/store/chentu'
import { useDataWords } from './data-words'
import { useKindTexts } from './kinds'

/** Texts of rules, in the page's language. */
export function useRuleTexts() {
  const { t, i18n } = useTranslation()
  const dataset = useDataset()
  const { word, glossed, list } = useDataWords()
  const kinds = useKindTexts()
  const quoted = (kind: string, name: string) => t('rule.column', { name: kinds.column(name, kind) })
  const columns = (kind: string, names: readonly string[]) => list(names.map((name) => quoted(kind, name)))
  const none = t('rule.none')

  function scopeText(kind: string, scope: Scope): string {
    if ('counties' in scope) {
      const names = scope.counties.map((code) => countyName(dataset, code, i18n.language))
      return t('rule.scopeSays.counties', { values: list(names) })
    }
    const field = quoted(kind, scope.field)
    if ('is' in scope) return t(scope.is ? 'rule.scopeSays.yes' : 'rule.scopeSays.no', { field })
    if ('oneOf' in scope) return t('rule.scopeSays.oneOf', { field, values: list(scope.oneOf.map(word)) })
    return t('rule.scopeSays.equals', { field, value: scope.equals })
  }

  function checkText(kind: string, check: Check): string {
    const of = (name: string) => quoted(kind, name)
    const unit = (name: string) => {
      const field = kindWithId(dataset.kinds, kind)?.fields.find((each) => each.name === name)
      return field?.unit ? ` ${word(field.unit)}` : ''
    }
    switch (check.type) {
      case 'all-yes':
      case 'all-no':
      case 'present':
        return t(`rule.says.${check.type}`, { fields: columns(kind, check.fields) })
      case 'one-of':
        return t('rule.says.one-of', { field: of(check.field), values: list(check.values.map(word)) })
      case 'at-least':
      case 'at-most':
        return t(`rule.says.${check.type}`, { field: of(check.field), value: check.value, unit: unit(check.field) })
      case 'share-at-least':
        return t('rule.says.share-at-least', { ...check, part: of(check.part), whole: of(check.whole) })
      case 'done': {
        const { flag, deadline } = check
        return 'day' in deadline
          ? t('rule.says.done', { flag: of(flag), day: deadline.day })
          : t('rule.says.doneOwn', { flag: of(flag), field: of(deadline.field) })
      }
      case 'not-before':
      case 'this-month':
      case 'this-quarter':
      case 'max-age':
        return t(`rule.says.${check.type}`, { ...check, field: of(check.field) })
      case 'after-months':
        return t('rule.says.after-months', {
          since: of(check.since),
          months: check.months,
          fields: columns(kind, check.fields),
        })
    }
  }

  const scopesText = ({ kind, scope }: Rule) => list(scope.map((each) => scopeText(kind, each)))

  return {
    word,
    /** The check of a rule, short enough for a title. */
    asked: (rule: Rule) => checkText(rule.kind, rule.check).replace(/[“”"]/g, ''),
    /** A problem of a rule in a file, with its part named as on the screen. */
    said(problem: Problem): Problem {
      const part = RULE_PARTS.find((each) => each === problem.column?.split('.')[0])
      return problem.code === 'requirement-wrong' && part ? { ...problem, column: t(`rule.part.${part}`) } : problem
    },
    /** Why a rule cannot be saved, in a sentence. */
    refusal: (rule: Rule, refusal: RuleRefusal) =>
      t(
        `rule.refusal.${refusal.code}`,
        refusal.code === 'value-unknown' ? { field: quoted(rule.kind, refusal.field), value: word(refusal.value) } : {},
      ),
    /** A rule as one sentence: check, scope, deadline and period. */
    sentence(rule: Rule): string {
      const kind = kinds.title(rule.kind)
      const asked = checkText(rule.kind, rule.check)
      const parts = rule.scope.length === 0 ? { kind, asked } : { kind, asked, scope: scopesText(rule) }
      const said = t(rule.scope.length === 0 ? 'rule.sentence' : 'rule.sentenceOf', parts)
      const by = rule.deadline === undefined ? said : t('rule.sentenceBy', { said, day: rule.deadline })
      const { from, until } = rule
      return until === undefined
        ? t('rule.sentenceFrom', { said: by, from })
        : t('rule.sentenceUntil', { said: by, from, until })
    },
    /** The content of one part of a rule. */
    part(rule: Rule, part: RulePart): string {
      switch (part) {
        case 'title':
          return inLanguage(rule.title, i18n.language)
        case 'clause':
          return t('plan.clause', { number: rule.clause })
        case 'kind':
          return kinds.title(rule.kind)
        case 'scope':
          return scopesText(rule) || t('rule.scopeAll')
        case 'check':
          return checkText(rule.kind, rule.check)
        case 'lead':
          return list(rule.lead.map(glossed)) || t('rule.leadOwn')
        case 'support':
          return list((rule.support ?? []).map(glossed)) || none
        case 'advisory':
          return t(rule.advisory ? 'rule.isHint' : 'rule.isRequirement')
        default:
          return rule[part] ?? none
      }
    },
  }
}
