import { useTranslation } from 'react-i18next'
import type { Problem } from '@/domain/problem'
import { Button } from '@/ui/controls/Button'
import { Dialog } from '@/ui/Dialog'
import { Refused } from '@/ui/Refused'

interface Props {
  /** Name of what would be lost. */
  readonly what: string
  readonly running: boolean
  /** Why saving failed. */
  readonly problems: readonly Problem[]
  /** False if the input can't be saved as it is: then the user can only discard it or go on editing. */
  readonly canSave: boolean
  onSave(): void
  onLeave(): void
  onStay(): void
}

/** Asks before unsaved input is discarded. */
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
