import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChoosing } from '@/features/field/people/use-choosing'
import { WhoWrites } from '@/features/field/people/WhoWrites'
import { RainButton } from '@/features/field/RainButton'
import { useOfficeTexts } from '@/store/words/office'
import { Button } from '@/ui/controls/Button'
import { Dialog } from '@/ui/Dialog'
import classes from './SaveSummary.module.css'

/** Why a record is right all the same, as most say it. */
export type Why = 'signal' | 'gate' | 'outside' | 'misplaced' | 'later'

interface Props {
  /** What the record comes to. */
  readonly children: ReactNode
  /** What it lacks, as items of a list; null where it lacks nothing. */
  readonly lacks: ReactNode
  /** What it leaves open, in words: it is explained, or goes to the desk as it is. */
  readonly flags: readonly string[]
  /** Whether anything of that goes into the record, so that a reason is asked for. */
  readonly asksWhy: boolean
  readonly whys: readonly Why[]
  /** Whether it can't be saved yet. */
  readonly isHeld?: boolean
  /** Whether nobody has said who writes records on this tablet. */
  readonly asksAuthor: boolean
  onSave(reason: string): void
  onBack(): void
}

/** What a record comes to and what it would leave open, said before it is saved: it can be mended, or explained, and saved all the same. */
export function BeforeSaving(props: Props) {
  const { children, lacks, flags, asksWhy, whys, isHeld = false, asksAuthor, onSave, onBack } = props
  const { t } = useTranslation()
  const ofOffice = useOfficeTexts()
  const isOpen = flags.length > 0 || lacks !== null
  const [reason, setReason] = useState('')
  // It stays while it is answered.
  const [asksWho] = useState(asksAuthor)
  const choosing = useChoosing(() => undefined)
  return (
    <Dialog
      title={t('check.before')}
      size="medium"
      closedBy="closerequest"
      closeLabel={t('check.goBack')}
      onClose={onBack}
      actions={
        <RainButton weight="primary" disabled={choosing.asked !== '' || isHeld} onPress={() => onSave(reason.trim())}>
          {t(isOpen ? 'check.saveAnyway' : 'where.save')}
        </RainButton>
      }
    >
      <div className={classes.summary}>
        {children}
        {isOpen && (
          <ul>
            {lacks}
            {flags.map((flag) => (
              <li key={flag}>{flag}</li>
            ))}
          </ul>
        )}
        {asksWhy && (
          <>
            <p>{t('check.why')}</p>
            <div className={classes.chips}>
              {whys.map((each) => {
                // It goes into the record, and to the office with it.
                const words = ofOffice(`check.whyReason.${each}`)
                return (
                  <Button key={each} aria-pressed={reason === words} onClick={() => setReason(words)}>
                    {words}
                  </Button>
                )
              })}
            </div>
            <label>
              <span>{t('check.whyOwn')}</span>
              <input value={reason} maxLength={200} onChange={({ target }) => setReason(target.value)} />
            </label>
          </>
        )}
        {asksWho && <WhoWrites choosing={choosing} />}
      </div>
    </Dialog>
  )
}
