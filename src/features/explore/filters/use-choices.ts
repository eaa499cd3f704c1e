import { useTranslation } from 'react-i18next'
import { itemsOf, requirementKey, requirementsOf } from '@/domain/rules/requirement'
import { STATE_NAMES, type StateName } from '@/domain/rules/status'
import { countyName } from '@/domain/sources/county'
import { useChentu, useDataset, useOpened } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import { useRequirementTexts } from '@/store/words/requirements'

/** A filter choice with its text. */
export interface Choice<T> {
  readonly value: T
  readonly label: string
  readonly title?: string
  /** Choices with the same group are listed together under its name. */
  readonly group?: string
}

/** The choices that both the filters panel and the table offer. */
export interface Choices {
  readonly statuses: readonly Choice<StateName>[]
  readonly counties: readonly Choice<string>[]
  /** A requirement's items are offered once it, or one of them, is chosen. */
  readonly requirements: readonly Choice<string>[]
  readonly leads: readonly Choice<string>[]
}

/** Choices of status, county, requirement and department, in the page's language. */
export function useChoices(): Choices {
  const { t, i18n } = useTranslation()
  const { word } = useDataWords()
  const requirementTexts = useRequirementTexts()
  const dataset = useDataset()
  const evaluation = useOpened((opened) => opened.evaluation)
  const counts = useOpened((opened) => opened.counts)
  const filters = useChentu((state) => state.view.filters)
  const known = new Set(requirementsOf(dataset.rules).map(({ key }) => key))
  // Links and saved views may name requirements that are no longer in force: they are listed, so that they can be
  // deselected.
  const gone = filters.requirements.filter((key) => !known.has(key))
  const leads = [...new Set([...counts.facets.leads.keys(), ...filters.leads])].sort()
  return {
    statuses: [...STATE_NAMES].reverse().map((value) => ({ value, label: t(`status.${value}`) })),
    counties: dataset.counties.map(({ code }) => ({ value: code, label: countyName(dataset, code, i18n.language) })),
    requirements: [
      ...gone.map((value): Choice<string> => ({ value, label: requirementTexts.ofKey(value) })),
      ...dataset.rules.flatMap(({ id, check, until }, rule): Choice<string>[] => {
        const items = itemsOf(check).map((item) => ({ key: requirementKey(id, item), item }))
        const isAsked = [{ key: id }, ...items].some(({ key }) => filters.requirements.includes(key))
        if (!isAsked && until !== undefined && evaluation.asOf > until) return []
        return [
          { value: id, label: requirementTexts.ofKey(id) },
          ...(isAsked ? items : []).map(({ key, item }) => ({
            value: key,
            label: requirementTexts.items(rule, [item]),
            title: requirementTexts.ofKey(key),
          })),
        ]
      }),
    ],
    leads: leads.map((value) => ({ value, label: word(value), title: value })),
  }
}
