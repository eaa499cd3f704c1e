import { useTranslation } from 'react-i18next'
import type { Problem } from '@/domain/problem'
import { Button } from '@/ui/controls/Button'
import { Dialog } from '@/ui/Dialog'
import { Refused } from '@/ui/Refused'

interface Props {
  /** What would be lost, by name. */
  readonly what: string
  readonly running: boolean
  /** Why it could not be saved. */
  readonly problems: readonly Problem[]
  /** What can't be saved as it stands can only be left or gone on with. */
  readonly canSave: boolean
  onSave(): void
  onLeave(): void
  onStay(): void
}

/** Asks before something that was written is closed unsaved. */
export function UnsavedDialog({ what, running, problems, canSave, onSave, onLeave, onStay }: Props) {
  const { t } = useTranslation()
  return (
    <Dialog
      title={t('meeting.unsaved.title', { what })}
      closedBy="closerequest"
      closeLabel={t('meeting.unsaved.stay')}
      onClose={onStay}
      actions={
        <>
          {canSave && (
            <Button weight="primary" disabled={running} onClick={onSave}>
              {t('meeting.unsaved.save')}
            </Button>
          )}
          <Button disabled={running} onClick={onLeave}>
            {t('meeting.unsaved.leave')}
          </Button>
        </>
      }
    >
      <Refused problems={problems} />
      <p>{t('meeting.unsaved.help')}</p>
    </Dialog>
  )
}
