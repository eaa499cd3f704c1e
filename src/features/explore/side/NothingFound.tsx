import { useTranslation } from 'react-i18next'
import { useChips } from '@/features/explore/question/use-chips'
import { Button } from '@/ui/controls/Button'
import { Chip, ChipList } from '@/ui/controls/Chip'
import { EmptyState } from '@/ui/states/EmptyState'

/** Shown instead of an empty list: the active filters, to be removed one by one (unless `short`) or all at once. */
export function NothingFound({ short = false }: { readonly short?: boolean }) {
  const { t } = useTranslation()
  const { chips, clear } = useChips()
  return (
    <EmptyState message={t('frame.none')} help={t(chips.length > 0 ? 'frame.noneHelp' : 'frame.noneFree')}>
      {chips.length > 0 && (
        <>
          {!short && (
            <ChipList label={t('frame.question')}>
              {chips.map(({ key, label, remove }) => (
                <Chip key={key} text={label} onRemove={remove} />
              ))}
            </ChipList>
          )}
          <Button onClick={clear}>{t('frame.clear')}</Button>
        </>
      )}
    </EmptyState>
  )
}
