import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OVERDUE_DAYS } from '@/domain/sources/kinds/reserved'
import type { NumberSpread } from '@/questions/shown/number-spreads'
import { useAnswer } from '@/store/answers/use-answer'
import { useChentu } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import { useKindTexts } from '@/store/words/kinds'
import panel from '@/ui/panel.module.css'
import { NumberFilter } from './NumberFilter'
import classes from './NumberFilter.module.css'

/**
 * Filters for days overdue and the numeric fields of the remaining kinds. Unless exactly one kind is chosen, fields
 * without an active filter are folded.
 */
export function NumberFilters() {
  const { t } = useTranslation()
  const kindTexts = useKindTexts()
  const { list } = useDataWords()
  const { kinds, columns } = useChentu((state) => state.view.filters)
  const spreads = useAnswer((worker) => worker.numberSpreads())
  if (!spreads || spreads.length === 0) return null
  const ofOne = kinds.length === 1 ? kinds[0]! : null
  return (
    <section aria-label={t('numbers.title')}>
      <h3 className={panel.heading}>{t('numbers.title')}</h3>
      {spreads.map((spread) => {
        const { column } = spread
        const isDays = column === OVERDUE_DAYS
        const name = isDays ? t('numbers.overdue') : kindTexts.column(column, ofOne ?? spread.kinds[0])
        const isOpen = isDays || ofOne !== null || columns.some((test) => test.column === column)
        return (
          <Folded key={`${column} ${isOpen}`} isOpen={isOpen} spread={spread} name={name}>
            {name} {!isDays && ofOne === null && <small>{list(spread.kinds.map(kindTexts.title))}</small>}
          </Folded>
        )
      })}
    </section>
  )
}

interface FoldedProps {
  readonly isOpen: boolean
  readonly spread: NumberSpread
  readonly name: string
  readonly children: React.ReactNode
}

/** A folded filter that is rendered only when open: there may be dozens, each with a slider. */
function Folded({ isOpen, spread, name, children }: FoldedProps) {
  const [open, setOpen] = useState(isOpen)
  return (
    <details className={classes.of} open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{children}</summary>
      {open && <NumberFilter spread={spread} name={name} />}
    </details>
  )
}
