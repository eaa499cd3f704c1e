import { useTranslation } from 'react-i18next'
import { isUnchecked } from '@/domain/rules/unchecked'
import { useChentu, useOpened } from '@/store/chentu'
import { Button } from '@/ui/controls/Button'

/** Number of clauses without any check, and a button to the next one; nothing if there is none. */
export function UncheckedClauses({ onShow }: { readonly onShow: (clause: number) => void }) {
  const { t } = useTranslation()
  const { dataset, evaluation } = useOpened()
  const { clauses, rules } = dataset
  const reading = useChentu(({ view }) => view.clause)
  const unchecked = clauses.filter((clause) => isUnchecked(clause, rules, evaluation.asOf))
  const next = unchecked.find(({ number }) => reading !== null && number > reading) ?? unchecked[0]
  if (!next) return null
  return (
    <p>
      {t('plan.unchecked', { count: unchecked.length })}{' '}
      <Button onClick={() => onShow(next.number)}>{t('plan.nextUnchecked', { number: next.number })}</Button>
    </p>
  )
}
