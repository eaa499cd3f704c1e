import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { endRound } from '@/features/field/round/round-acts'
import { useRound } from '@/store/device/round'
import type { SourceKey } from '@/store/view/view'
import { Button } from '@/ui/controls/Button'
import { SkipReason } from './SkipReason'

/** Ends the round. For a round from the desk it first asks why open stops are left out; the desk reads the reason. */
export function EndRound({ open }: { readonly open: readonly SourceKey[] }) {
  const { t } = useTranslation()
  const fromDesk = useRound(({ from }) => from === 'desk')
  const [isAsking, setAsking] = useState(false)
  function end(reason: string) {
    setAsking(false)
    endRound({ left: open, reason })
  }
  return (
    <>
      <Button onClick={() => (fromDesk && open.length > 0 ? setAsking(true) : end(''))}>{t('check.endRound')}</Button>
      {isAsking && (
        <SkipReason
          title={t('round.endTitle', { count: open.length })}
          act={t('check.endRound')}
          onClose={() => setAsking(false)}
          onReason={end}
          onNoReason={() => end('')}
        />
      )}
    </>
  )
}
