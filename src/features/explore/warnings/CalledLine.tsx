import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { Warning } from '@/domain/warnings/warning'
import type { Duty } from '@/questions/warnings/duty'
import type { CalledSource } from '@/questions/warnings/warning-duties'
import { useChentu, useDataset } from '@/store/chentu'
import { keyOf } from '@/store/view/view'
import { type CalledState, countOtherFailed } from '@/store/warnings/call-standing'
import { onSiteLine } from '@/store/words/call-line'
import { Button } from '@/ui/controls/Button'
import { CallForm } from './CallForm'
import { CallRecords } from './CallRecords'
import classes from './WarningsPanel.module.css'

interface Props {
  readonly source: CalledSource
  readonly state: CalledState
  readonly warning: Warning
}

/** A source that has to respond: its measures, contact, answer and time, and the results of checks. */
export function CalledLine({ source, state, warning }: Props) {
  const { t, i18n } = useTranslation()
  const { warningMeasures } = useDataset()
  const setView = useChentu((store) => store.setView)
  const [isCalling, setCalling] = useState(false)
  const { name, own, parts, contact, phone, contactOf, operator } = source
  const { standing, calls, later, withdrawn, failed, onSite } = state
  const [before, last] = [calls.slice(0, -1), calls.slice(-1)]
  return (
    <li className={classes.line} data-standing={standing}>
      <button type="button" className={classes.name} onClick={() => setView({ selected: keyOf(source) })}>
        {name}
      </button>
      <span className={classes.state} data-standing={standing}>
        {t(`warning.answer.${standing}`)}
      </span>
      <div>
        <EndedText of={source} />
        {own && <DutyText duty={own} />}
        {parts.length > 0 && (
          <ul className={classes.parts} aria-label={t('warning.partsOf', { name })}>
            {parts.map((part) => (
              <li key={`${part.kind} ${part.code}`}>
                <button
                  type="button"
                  className={classes.name}
                  onClick={() => setView({ selected: { kind: part.kind, code: part.code } })}
                >
                  {part.label}
                </button>
                <EndedText of={part} />
                <DutyText duty={part} />
              </li>
            ))}
          </ul>
        )}
        <p className={contact || phone ? 'quiet' : classes.bad}>
          {[operator, contact || phone ? contact : t('warning.noContact')].filter(Boolean).join(' · ')}
          {phone && <span className={classes.phone}>{phone}</span>}
          {contactOf && ` · ${t('warning.contactOf', { part: contactOf })}`}
        </p>
        {last.length > 0 && <CallRecords calls={last} withdrawn={[]} warning={warning.name} />}
        {onSite.map((found) => (
          <p key={found.measure} className={found.answer === 'no' ? classes.bad : undefined}>
            {onSiteLine(t, warningMeasures, found, i18n.language)}
          </p>
        ))}
        {failed && (
          <p className={classes.bad}>{t('warning.visit', { day: failed.day, count: countOtherFailed(failed) })}</p>
        )}
        {later.length > 0 && (
          <CallRecords calls={later} withdrawn={[]} before={t('warning.laterMark')} warning={warning.name} />
        )}
        {before.length + withdrawn.length > 0 && (
          <details>
            <summary>{t('warning.calls', { count: before.length + withdrawn.length })}</summary>
            <CallRecords calls={before} withdrawn={withdrawn} warning={warning.name} />
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

/** That the list or a team calls a source no more: it is asked all the same, and a person verifies whether it must respond. */
function EndedText({ of: { ended, endedOnSite } }: { readonly of: Pick<CalledSource, 'ended' | 'endedOnSite'> }) {
  const { t } = useTranslation()
  const { words, day, by } = endedOnSite ?? {}
  return (
    <>
      {ended !== '' && <p className={classes.bad}>{t('warning.ended', { ended })}</p>}
      {words !== undefined && (
        <p className={classes.bad}>
          {t(by === undefined ? 'warning.endedOnSite' : 'warning.endedOnSiteBy', { words, day, by })}
        </p>
      )}
    </>
  )
}

/** The measures asked of a source, a paragraph each. */
function DutyText({ duty: { role, asked, unclear } }: { readonly duty: Duty }) {
  const { t, i18n } = useTranslation()
  const { warningMeasures } = useDataset()
  const whatOf = (number: number) => inLanguage(warningMeasures[number]!.what, i18n.language)
  return (
    <>
      {asked.map((number) => (
        <p key={number}>
          {whatOf(number)}
          {warningMeasures[number]!.duty === 'voluntary' && (
            <span className={classes.mark}>{t('warning.voluntaryMark')}</span>
          )}
          {role === 'finished' && <span className={classes.mark}>{t('warning.finishedMark')}</span>}
        </p>
      ))}
      {unclear.map((number) => (
        <p key={number}>
          {whatOf(number)} <span className={classes.mark}>{t('warning.unclearMark')}</span>
        </p>
      ))}
    </>
  )
}
