import { useTranslation } from 'react-i18next'
import { Button } from './controls/Button'
import { Dialog } from './Dialog'
import type { ShownProblem } from './ProblemLine'
import { Refused } from './Refused'

interface Props {
  /** Name of what would be lost. */
  readonly what: string
  readonly running: boolean
  /** Why saving failed. */
  readonly problems: readonly ShownProblem[]
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
      title={t('ui.unsaved.title', { what })}
      closedBy="closerequest"
      closeLabel={t('ui.unsaved.stay')}
      onClose={onStay}
      actions={
        <>
          {canSave && (
            <Button weight="primary" disabled={running} onClick={onSave}>
              {t('ui.unsaved.save')}
            </Button>
          )}
          <Button disabled={running} onClick={onLeave}>
            {t('ui.unsaved.leave')}
          </Button>
        </>
      }
    >
      <Refused problems={problems} />
      <p>{t('ui.unsaved.help')}</p>
    </Dialog>
  )
}
