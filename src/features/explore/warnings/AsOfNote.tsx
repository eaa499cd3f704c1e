import { useTranslation } from 'react-i18next'
import { minuteAfter, minuteAt } from '@/domain/monitoring/minute-of'
import type { Warning } from '@/domain/warnings/warning'
import { calledAt } from '@/ledger/calls'
import { useChentu, useOpened } from '@/store/chentu'
import { useToday } from '@/store/device/today'
import type { CallEvidence } from '@/store/warnings/call-standing'
import { Button } from '@/ui/controls/Button'
import classes from './WarningsPanel.module.css'

interface Props {
  readonly warning: Warning
  readonly answered: CallEvidence
}

/**
 * Shown if the as-of date is not today: calls count up to that date, how many came later, and a button to go to today.
 */
export function AsOfNote({ warning, answered }: Props) {
  const { t } = useTranslation()
  const { asOf } = useOpened().evaluation
  const setView = useChentu((store) => store.setView)
  const today = useToday()
  if (asOf === today) return null
  const after = minuteAfter(asOf)
  const own = [...(answered.calls.get(warning.code)?.values() ?? [])].flatMap(({ standing }) => standing)
  const later = own.filter((event) => minuteAt(calledAt(event)) >= after).length
  return (
    <p className={classes.asOf}>
      {t('warning.asOf', { day: asOf })}
      {later > 0 && <b> {t('warning.laterCalls', { count: later })}</b>}{' '}
      <Button weight="quiet" onClick={() => setView({ asOf: today })}>
        {t('warning.asOfToday')}
      </Button>
    </p>
  )
}
