import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/controls/Button'

/** Maximum number of table rows on the screen; the exported file has all. */
export const MAX_LINES = 100
/** Number of rows before the table is unfolded. */
export const FIRST_LINES = 10

interface Props {
  readonly count: number
  readonly isOpen: boolean
  onToggle(): void
}

/** Unfolds and folds a table of more than {@link FIRST_LINES} rows, and notes that a longer one is cut off. */
export function FoldedLines({ count, isOpen, onToggle }: Props) {
  const { t } = useTranslation()
  if (count <= FIRST_LINES) return null
  const shown = Math.min(count, MAX_LINES)
  return (
    <p className="quiet">
      {(!isOpen || count > MAX_LINES) && t('trucks.card.first', { shown: isOpen ? MAX_LINES : FIRST_LINES, count })}{' '}
      <Button weight="quiet" aria-expanded={isOpen} onClick={onToggle}>
        {isOpen ? t('trucks.card.fold', { count: FIRST_LINES }) : t('trucks.card.unfold', { count: shown })}
      </Button>
    </p>
  )
}
