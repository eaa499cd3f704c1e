import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { HoldInRainButton } from '@/features/field/HoldInRainButton'
import { Button } from '@/ui/controls/Button'
import { Dialog } from '@/ui/Dialog'
import { useRefused } from './use-refused'

interface Props {
  /** What the draft is about; distinguishes the buttons of a list. */
  readonly name: string
  /** Deletes the draft; if it fails, the reason is shown and nothing was deleted. */
  onDrop(): Promise<void>
}

/** Deletes a draft with its photos and spoken notes after a confirmation, since neither can be taken again. */
export function DropDraft({ name, onDrop }: Props) {
  const { t } = useTranslation()
  const refusedFor = useRefused()
  const [isAsking, setAsking] = useState(false)
  const [failed, setFailed] = useState('')
  const drop = () => {
    setAsking(false)
    onDrop().catch((error: unknown) => setFailed(refusedFor(error)))
  }
  return (
    <>
      <Button weight="quiet" aria-label={t('check.dropDraftOf', { name })} onClick={() => setAsking(true)}>
        {t('check.dropDraft')}
      </Button>
      {failed !== '' && <span role="alert">{failed}</span>}
      {isAsking && (
        <Dialog
          title={t('check.dropDraftOf', { name })}
          closeLabel={t('check.dropDraftKeep')}
          onClose={() => setAsking(false)}
          actions={
            <HoldInRainButton weight="primary" onPress={drop}>
              {t('check.dropDraftSure')}
            </HoldInRainButton>
          }
        >
          <p>{t('check.dropDraftAsk')}</p>
        </Dialog>
      )}
    </>
  )
}
