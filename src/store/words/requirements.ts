import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { itemNames, requirementsOf, requirementText } from '@/domain/rules/requirement'
import { useDataset } from '@/store/chentu'

/** Words of requirements and of their items, in the language of the page. */
export function useRequirementTexts() {
  const { t, i18n } = useTranslation()
  const dataset = useDataset()
  const { language } = i18n
  const title = (rule: number) => inLanguage(dataset.rules[rule]!.title, language)
  const items = (rule: number, names: readonly string[]) =>
    itemNames(dataset, rule, names, language).join(t('requirement.comma'))
  return {
    title,
    items,
    /** A requirement as the filters name it: 六个100% · 湿法作业. Its key where the package does not have it. */
    ofKey(key: string): string {
      const found = requirementsOf(dataset.rules).find((each) => each.key === key)
      if (!found) return key
      return found.item === null ? title(found.rule) : `${title(found.rule)} · ${items(found.rule, [found.item])}`
    },
    /** A requirement with its items at fault: 六个100%：湿法作业、渣土车密闭. */
    whole: (rule: number, names: readonly string[]) => requirementText(dataset, rule, names, language),
    /** What is not met, as short as a line of a list has it: the items at fault, or else the rule. */
    short: (rule: number, names: readonly string[]) => (names.length > 0 ? items(rule, names) : title(rule)),
  }
}
