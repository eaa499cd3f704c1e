import { useTranslation } from 'react-i18next'
import { useOpened } from '@/store/chentu'
import { useRequestedDialog } from '@/store/page/requested-dialog'
import { Button } from '@/ui/controls/Button'

/** Opens the round dialog for the sources shown: those of a selected problem, of the filters, or of the drawn area. */
export function GiveRound() {
  const { t } = useTranslation()
  const { total } = useOpened().shown
  const ask = useRequestedDialog((state) => state.ask)
  return (
    <Button disabled={total === 0} onClick={() => ask({ dialog: 'round', from: 'shown' })}>
      {t('orders.give')}
    </Button>
  )
}
