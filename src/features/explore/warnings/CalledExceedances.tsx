import { useTranslation } from 'react-i18next'
import type { Warning } from '@/domain/warnings/warning'
import type { CalledExceedance } from '@/questions/warnings/called-exceedances'
import { useAnswer } from '@/store/answers/use-answer'
import { useChentu, useOpened } from '@/store/chentu'
import { READINGS_NAME } from '@/store/exports/exports-worker'
import { useDoubtVerdicts } from '@/store/ledger/use-doubt-verdicts'
import { keyOf } from '@/store/view/view'
import { type CallEvidence, knownStandings } from '@/store/warnings/call-standing'
import { calledExceedanceText, calledLimitTexts } from '@/store/warnings/exceedance-text'
import { Button } from '@/ui/controls/Button'
import { DOT } from '@/ui/dot'
import { Why } from '@/ui/Why'

interface Props {
  readonly warning: Warning
  readonly answered: CallEvidence
}

/**
 * Monitors of sources that must respond that exceeded a limit while the warning lasted, for the user to look into: of
 * those told, and apart of those that nobody told.
 */
export function CalledExceedances({ warning, answered }: Props) {
  const { t } = useTranslation()
  const { evaluation } = useOpened()
  const { asOf } = evaluation
  const verdicts = useDoubtVerdicts()
  const known = knownStandings(warning, answered, asOf)
  const answer = useAnswer(
    (worker) => worker.calledExceedances(READINGS_NAME, { code: warning.code, known, day: asOf }, verdicts),
    `${warning.code} ${asOf} ${JSON.stringify(known)}`,
    [verdicts],
  )
  if (!answer) return null
  const { found, untold, isPartly } = answer
  return (
    <>
      <ExceedanceList title={t('warning.over.title', { count: found.length })} found={found} />
      <ExceedanceList title={t('warning.over.titleUntold', { count: untold.length })} found={untold} />
      {isPartly && <p role="note">{t('warning.over.partly')}</p>}
    </>
  )
}

interface ListProps {
  readonly title: string
  readonly found: readonly CalledExceedance[]
}

/** Exceedances of sources that were told, or of those that were not; nothing if there are none. */
function ExceedanceList({ title, found }: ListProps) {
  const { t, i18n } = useTranslation()
  const setView = useChentu((state) => state.setView)
  if (found.length === 0) return null
  return (
    <details>
      <summary>{title}</summary>
      {/* A <div>, since a <p> can't contain the dialog. */}
      <div className="quiet">
        {t('warning.over.evidence')}{' '}
        <Why of={title}>
          <p>{t('warning.over.why')}</p>
          <p>{t('monitoring.why.person')}</p>
          {calledLimitTexts(t, found, i18n.language).map((text) => (
            <p key={text} className="quiet">
              {text}
            </p>
          ))}
        </Why>
      </div>
      <ul>
        {found.map((each) => (
          <li key={`${each.device} ${each.parameter}`}>
            <Button weight="quiet" onClick={() => setView({ selected: keyOf(each.called) })}>
              {each.called.name}
            </Button>
            {DOT}
            {t(`warning.answer.${each.standing}`)}
            <br />
            <small>{calledExceedanceText(t, each)}</small>
          </li>
        ))}
      </ul>
    </details>
  )
}
