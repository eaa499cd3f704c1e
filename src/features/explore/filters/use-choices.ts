import { useTranslation } from 'react-i18next'
import { itemsOf, requirementKey, requirementsOf } from '@/domain/rules/requirement'
import { STATE_NAMES, type StateName } from '@/domain/rules/status'
import { countyName } from '@/domain/sources/county'
import { useChentu, useDataset, useOpened } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import { useRequirementTexts } from '@/store/words/requirements'

/** Something that sources are narrowed by, in words. */
export interface Choice<T> {
  readonly value: T
  readonly label: string
  readonly title?: string
  /** Choices with the same group stand together under it. */
  readonly group?: string
}

/** What the filters panel and the table both offer to choose from. */
export interface Choices {
  readonly statuses: readonly Choice<StateName>[]
  readonly counties: readonly Choice<string>[]
  /** The items of a requirement are offered once it is chosen, or one of them. */
  readonly requirements: readonly Choice<string>[]
  readonly leads: readonly Choice<string>[]
}

/** Standings, counties, requirements and departments, in the language of the page. */
export function useChoices(): Choices {
  const { t, i18n } = useTranslation()
  const { word } = useDataWords()
  const requirementTexts = useRequirementTexts()
  const dataset = useDataset()
  const evaluation = useOpened((opened) => opened.evaluation)
  const counts = useOpened((opened) => opened.counts)
  const filters = useChentu((state) => state.view.filters)
  const known = new Set(requirementsOf(dataset.rules).map(({ key }) => key))
  // What a link or a saved view asks for may be no more in force: it is named, and can be taken off.
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
