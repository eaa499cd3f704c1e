import { useTranslation } from 'react-i18next'
import { HoldInRainButton } from '@/features/field/HoldInRainButton'
import type { Releasable } from '@/ledger/confirmation'
import { hasNoOriginals, originalsText } from '@/store/words/originals'
import { bytesText } from '@/ui/bytes'
import { Dialog } from '@/ui/Dialog'

interface Props {
  readonly releasable: Releasable
  /** Number of records written by this tablet; all stay. */
  readonly records: number
  onRelease(): void
  onClose(): void
}

/** Says what is deleted and what stays before originals and spoken notes are deleted for good. */
export function ReleaseDialog({ releasable: { going, bytes, staying }, records, onRelease, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <Dialog
      title={t('check.release')}
      closeLabel={t('brought.keepOriginals')}
      onClose={onClose}
      actions={
        <HoldInRainButton weight="primary" onPress={onRelease}>
          {t('brought.releaseNow', { what: originalsText(t, going) })}
        </HoldInRainButton>
      }
    >
      <p>{t('brought.goes', { what: originalsText(t, going), size: bytesText(bytes) })}</p>
      <p>{t('brought.stays', { records })}</p>
      {!hasNoOriginals(staying) && <p>{t('brought.unnamed', { what: originalsText(t, staying) })}</p>}
      <p>{t('brought.forGood')}</p>
    </Dialog>
  )
}
