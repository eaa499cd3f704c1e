import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { HoldInRainButton } from '@/features/field/HoldInRainButton'
import { AskAuthor } from '@/features/field/people/AskAuthor'
import { useTypedAuthor } from '@/features/field/people/use-typed-author'
import { useOfficeTexts } from '@/store/words/office'
import { Button } from '@/ui/controls/Button'
import { Dialog } from '@/ui/Dialog'
import classes from './SaveSummary.module.css'

/** Common explanations of flags. */
export type Why = 'signal' | 'gate' | 'outside' | 'misplaced' | 'later'

interface Props {
  /** Summary of the record. */
  readonly children: ReactNode
  /** What it lacks, as list items; null if nothing. */
  readonly lacks: ReactNode
  /** Its open doubts, in words: explained by the user, or passed on to the desk as they are. */
  readonly flags: readonly string[]
  /** Whether any flag goes into the record, so that a reason is asked for. */
  readonly asksWhy: boolean
  readonly whys: readonly Why[]
  /** Whether it can't be saved yet. */
  readonly isHeld?: boolean
  /** Whether no author is set on this tablet: a record without a name would only tell which device wrote it. */
  readonly asksAuthor: boolean
  onSave(reason: string): void
  onBack(): void
}

/**
 * Summary of a record and its open doubts before saving: the user can fix or explain them, or save anyway. Only a name
 * is required, if none is set.
 */
export function BeforeSaving(props: Props) {
  const { children, lacks, flags, asksWhy, whys, isHeld = false, asksAuthor, onSave, onBack } = props
  const { t } = useTranslation()
  const ofOffice = useOfficeTexts()
  const isOpen = flags.length > 0 || lacks !== null
  const [reason, setReason] = useState('')
  // Stays visible after an author was chosen.
  const [asksWho] = useState(asksAuthor)
  const named = useTypedAuthor(() => onSave(reason.trim()))
  return (
    <Dialog
      title={t('check.before')}
      size="medium"
      closedBy="closerequest"
      closeLabel={t('check.goBack')}
      onClose={onBack}
      actions={
        <HoldInRainButton
          weight="primary"
          disabled={isHeld || named.isHeld || (asksAuthor && !named.isTyped)}
          onPress={named.write}
        >
          {t(isOpen ? 'check.saveAnyway' : 'where.save')}
        </HoldInRainButton>
      }
    >
      <div className={classes.summary}>
        {children}
        {/* Required for saving, so it comes before what is only recommended. */}
        {asksWho && <AskAuthor choosing={named.choosing} onTyped={named.onTyped} />}
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
                // The reason becomes part of the record, so it is in the office's language.
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
      </div>
    </Dialog>
  )
}
