import { useTranslation } from 'react-i18next'
import { useRuleDesk } from '@/store/rules'
import { Button } from '@/ui/controls/Button'
import { Refused } from '@/ui/Refused'
import classes from './Rules.module.css'

/** What was saved last, and the way back. */
export function RuleDone() {
  const { t } = useTranslation()
  const { done, saving, problems, undo } = useRuleDesk()
  return (
    <>
      <p role="status" className={classes.buttons}>
        {done === 'undone' && t('rule.undone')}
        {typeof done === 'number' && (
          <>
            {t('rule.saved')}
            <Button disabled={saving} onClick={() => void undo()}>
              {t('rule.undo')}
            </Button>
          </>
        )}
      </p>
      <Refused problems={problems} />
    </>
  )
}
