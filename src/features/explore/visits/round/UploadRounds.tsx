import { useTranslation } from 'react-i18next'
import type { RoundOrder } from '@/domain/field/round-order'
import { useFolderAccess } from '@/store/device/use-folder-access'
import { useAttempt } from '@/store/page/use-attempt'
import { Button } from '@/ui/controls/Button'
import { FolderForm } from '@/ui/FolderForm'
import { Refused } from '@/ui/Refused'
import classes from './RoundDialog.module.css'

interface Props {
  readonly disabled: boolean
  /** The rounds to give out. @throws if they cannot be given out */
  readonly orders: () => readonly RoundOrder[]
  /** Called when they are in the folder. @throws if that could not be recorded */
  onGiven(orders: readonly RoundOrder[]): Promise<void>
  onSaid(said: string): void
}

/** Uploads rounds to the office's WebDAV folder, where tablets fetch them along with receipts or the package. */
export function UploadRounds({ disabled, orders, onGiven, onSaid }: Props) {
  const { t } = useTranslation()
  const folder = useFolderAccess()
  const { running, problems, attempt } = useAttempt()

  const upload = () =>
    attempt(async () => {
      folder.keep()
      const { uploadRounds } = await import('@/ledger/push')
      const given = orders()
      const what = await uploadRounds(folder.typed, given)
      onSaid(what ? t(`check.pushFault.${what}`) : t('orders.uploaded'))
      if (!what) await onGiven(given)
    })

  return (
    <details className={classes.upload}>
      <summary>{t('orders.upload')}</summary>
      <Refused problems={problems} />
      <FolderForm folder={folder}>
        <Button disabled={disabled || running || !folder.canAsk} onClick={() => void upload()}>
          {t('orders.uploadNow')}
        </Button>
      </FolderForm>
    </details>
  )
}
