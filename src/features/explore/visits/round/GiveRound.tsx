import { useTranslation } from 'react-i18next'
import { useOpened } from '@/store/chentu'
import { useAsked } from '@/store/page/asked'
import { Button } from '@/ui/controls/Button'

/** Makes a round of what is shown: of the problem that was pressed, the filters, or the drawn area. */
export function GiveRound() {
  const { t } = useTranslation()
  const { total } = useOpened().shown
  const ask = useAsked((state) => state.ask)
  return (
    <Button disabled={total === 0} onClick={() => ask({ dialog: 'round', from: 'shown' })}>
      {t('orders.give', { count: total })}
    </Button>
  )
}
