import { useTranslation } from 'react-i18next'
import { itemsOf } from '@/domain/rules/requirement'
import { isAdvisory } from '@/domain/rules/rule'
import { NO_FILTERS, withOnlyRequirement } from '@/domain/sources/view/filters'
import { useChentu, useDataset, useReport } from '@/store/chentu'
import { useRequestedDialog } from '@/store/page/requested-dialog'
import { useKindTexts } from '@/store/words/kinds'
import { useRequirementTexts } from '@/store/words/requirements'

interface FirstTask {
  readonly id: 'broken' | 'why' | 'handover' | 'import'
  /** The task in the package's own words. */
  readonly label: string
  run(): void
}

/**
 * The first tasks that the package's data allows: which sources break a requirement, why a county is over the limit,
 * the hand-over sheets for it, and importing own data.
 */
export function useFirstTasks(): readonly FirstTask[] {
  const { t } = useTranslation()
  const dataset = useDataset()
  const report = useReport()
  const texts = useRequirementTexts()
  const kindTexts = useKindTexts()
  const setView = useChentu((state) => state.setView)
  const ask = useRequestedDialog((state) => state.ask)
  const tables = new Set<string>(dataset.provenance.map(({ role }) => role))
  // The requirement with the most items is the most telling example. A new city has requirements for kinds without a
  // table yet.
  const rules = dataset.rules
    .map((rule, number) => ({ rule, number }))
    .filter(({ rule }) => !isAdvisory(rule) && tables.has(rule.kind))
  const size = ({ rule }: (typeof rules)[number]) => itemsOf(rule.check).length
  const widest = rules.reduce((most, rule) => (size(rule) > size(most) ? rule : most), rules[0]!)
  const highest = report?.rows.findLast(({ figure }) => figure.value !== null)
  const tasks: (FirstTask | undefined)[] = [
    rules.length > 0
      ? {
          id: 'broken',
          label: t('tour.broken', { kind: kindTexts.title(widest.rule.kind), title: texts.title(widest.number) }),
          run: () =>
            setView({
              panel: 'board',
              filters: withOnlyRequirement(NO_FILTERS, widest.rule.id),
              selected: null,
              point: null,
            }),
        }
      : undefined,
    highest && {
      id: 'why',
      label: t('tour.why'),
      run: () => {
        setView({ county: highest.county })
        ask({ dialog: 'figure', county: highest.county, month: highest.figure.month })
      },
    },
    rules.length > 0
      ? { id: 'handover', label: t('tour.handover'), run: () => ask({ dialog: 'handover' }) }
      : undefined,
    { id: 'import', label: t('tour.import'), run: () => setView({ mode: 'data' }) },
  ]
  return tasks.filter((task) => task !== undefined)
}
