import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { localMinute } from '@/domain/calendar'
import type { Warning } from '@/domain/warnings/warning'
import type { CallEvent } from '@/ledger/calls'
import { CALL_ANSWERS } from '@/ledger/event'
import type { CalledSource } from '@/questions/warning-duties'
import { useChentu, useDataset } from '@/store/chentu'
import { keyOf } from '@/store/view/view'
import { type CalledState, notMet } from '@/store/warnings/call-standing'
import { Button } from '@/ui/controls/Button'
import { CallForm } from './CallForm'
import classes from './WarningsPanel.module.css'

interface Props {
  readonly source: CalledSource
  readonly state: CalledState
  readonly warning: Warning
}

/** One who has to respond: what is to be done, whom to call, what was answered and when. */
export function CalledLine({ source, state, warning }: Props) {
  const { t, i18n } = useTranslation()
  const { warningMeasures } = useDataset()
  const setView = useChentu((store) => store.setView)
  const [isCalling, setCalling] = useState(false)
  const { name, asked, unclear, contact, phone, operator } = source
  const { standing, calls, failed } = state
  const whatOf = (number: number) => inLanguage(warningMeasures[number]!.what, i18n.language)
  const callLine = ({ at, author, body }: CallEvent) => {
    const known = CALL_ANSWERS.find((each) => each === body.answer)
    const words = {
      ...{ at: localMinute(at), by: author, person: body.person },
      answer: [known ? t(`warning.answer.${known}`) : body.answer, body.note].filter(Boolean).join('，'),
    }
    return t(body.person === '' ? 'warning.lastAlone' : 'warning.last', words)
  }
  const last = calls.at(-1)
  return (
    <li className={classes.line} data-standing={standing}>
      <button type="button" className={classes.name} onClick={() => setView({ selected: keyOf(source) })}>
        {name}
      </button>
      <span className={classes.state} data-standing={standing}>
        {t(`warning.answer.${standing}`)}
      </span>
      <div>
        {asked.map((number) => (
          <p key={number}>
            {whatOf(number)}
            {warningMeasures[number]!.duty === 'voluntary' && (
              <span className={classes.mark}>{t('warning.voluntaryMark')}</span>
            )}
          </p>
        ))}
        {unclear.map((number) => (
          <p key={number}>
            {whatOf(number)} <span className={classes.mark}>{t('warning.unclearMark')}</span>
          </p>
        ))}
        <p className="quiet">
          {[operator, contact || phone ? t('warning.contact', { contact, phone }) : t('warning.noContact')]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {failed && <p className={classes.bad}>{t('warning.visit', { day: failed.day, count: notMet(failed) })}</p>}
        {last && <p>{callLine(last)}</p>}
        {calls.length > 1 && (
          <details>
            <summary>{t('warning.calls', { count: calls.length })}</summary>
            {calls.map((each) => (
              <p key={each.id}>{callLine(each)}</p>
            ))}
          </details>
        )}
        {isCalling ? (
          <CallForm source={source} warning={warning} onDone={() => setCalling(false)} />
        ) : (
          <Button aria-label={t('warning.callOf', { name })} onClick={() => setCalling(true)}>
            {t('warning.call')}
          </Button>
        )}
      </div>
    </li>
  )
}
