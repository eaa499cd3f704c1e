import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOpened } from '@/store/chentu'
import { keepMeeting } from '@/store/meeting/keep-meeting'
import { useAttempt } from '@/store/page/use-attempt'
import { Button } from '@/ui/controls/Button'
import { FileButton } from '@/ui/controls/FileButton'
import form from '@/ui/form.module.css'
import { Refused } from '@/ui/Refused'
import { datasetWorker } from '@/workers/client'

/** Lets the office choose its own .pptx once: slides take its look, which is saved with the package. */
export function DeckMaster() {
  const { t } = useTranslation()
  const { dataset } = useOpened()
  const { running, problems, attempt } = useAttempt()
  const [refused, setRefused] = useState('')
  const slides = dataset.settings.meeting?.slides
  const keep = (kept: typeof slides) => keepMeeting(() => ({ slides: kept }), t('meeting.decks.look'))

  async function choose(file: File) {
    setRefused('')
    let look: Awaited<ReturnType<ReturnType<typeof datasetWorker>['deckLook']>>
    try {
      look = await datasetWorker().deckLook(file)
    } catch {
      setRefused(file.name)
      return []
    }
    return keep({ name: file.name, look })
  }

  return (
    <>
      <p className="quiet">
        {slides ? t('meeting.decks.lookOf', { name: slides.name }) : t('meeting.decks.ownLook')}
        {t('meeting.decks.lookHelp')}
      </p>
      <div className={form.choices}>
        <FileButton
          label={t('meeting.decks.chooseLook')}
          accept=".pptx"
          disabled={running}
          onChoose={(file) => void attempt(() => choose(file))}
        />
        {slides && (
          <Button disabled={running} onClick={() => void attempt(() => keep(undefined))}>
            {t('meeting.decks.dropLook')}
          </Button>
        )}
      </div>
      {refused && <p role="alert">{t('meeting.decks.noLook', { name: refused })}</p>}
      <Refused problems={problems} />
    </>
  )
}
