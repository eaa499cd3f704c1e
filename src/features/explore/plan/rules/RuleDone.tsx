import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useRuleDesk } from '@/store/rules'
import { Button } from '@/ui/controls/Button'
import { Refused } from '@/ui/Refused'
import classes from './Rules.module.css'

/** The last save in a clause (null: in several) with an undo button; it takes the focus. */
export function RuleDone({ clause }: { readonly clause: number | null }) {
  const { t } = useTranslation()
  const { done, doneAt, saving, problems, undo } = useRuleDesk()
  const said = useRef<HTMLParagraphElement>(null)
  const isHere = doneAt === clause
  useEffect(() => {
    if (isHere && done !== null) said.current?.focus()
  }, [isHere, done])
  if (!isHere) return null
  return (
    <>
      <p ref={said} role="status" tabIndex={-1} className={classes.buttons}>
        {done === 'undone' && t('rule.undone')}
        {typeof done === 'number' && (
          <>
            {t('rule.saved')}
            <Button disabled={saving} onClick={() => void undo()}>
              {t('rule.undo')}
            </Button>
            <span className="quiet">{t('rule.undoMore')}</span>
          </>
        )}
      </p>
      <Refused problems={problems} />
    </>
  )
}
