import { inLanguage } from '@/domain/bilingual'
import { itemNames, nameOfField, requirementText, ruleOfKey, shortRequirement } from '@/domain/rules/requirement'
import { useChentu, useDataset } from '@/store/chentu'
import { useTextsIn } from './office'

/** Texts of requirements and their items in a language, the page's if none is given. */
export function useRequirementTexts(given?: string) {
  const { t, language } = useTextsIn(given)
  const dataset = useDataset()
  const asOf = useChentu((state) => state.opened?.evaluation?.asOf)
  const title = (rule: number) => inLanguage(dataset.rules[rule]!.title, language)
  const items = (rule: number, names: readonly string[]) =>
    itemNames(dataset, rule, names, language).join(t('requirement.comma'))
  return {
    title,
    items,
    /** A requirement as named in the filters: 六个100% · 湿法作业; with a note if it is no longer in force, or unknown. */
    ofKey(key: string): string {
      const inPlan = ruleOfKey(dataset.rules, key)
      const named = inPlan ?? ruleOfKey(dataset.endedRules, key)
      if (!named) return t('requirement.unknown')
      const [{ title: name, kind }, item] = named
      const whole = inLanguage(name, language)
      const said = item === null ? whole : `${whole} · ${nameOfField(dataset.kinds, kind, item, language)}`
      const until = inPlan?.[0].until
      const isOver = inPlan === null || (until !== undefined && asOf !== undefined && asOf > until)
      return isOver ? t('requirement.ended', { title: said }) : said
    },
    /** A requirement with its failed items: 六个100%：湿法作业、渣土车密闭. */
    whole: (rule: number, names: readonly string[]) => requirementText(dataset, rule, names, language),
    /** What failed, short enough for a list; see {@link shortRequirement}. */
    short: (rule: number, names: readonly string[]) => shortRequirement(dataset, rule, names, language),
  }
}
