import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseStepName } from '@/domain/cases/stage'
import type { CaseView } from '@/store/cases/case-view'
import { isOwnSite } from '@/store/cases/own-site'
import { useLedger } from '@/store/ledger'
import { useAsked } from '@/store/page/asked'
import { Button } from '@/ui/controls/Button'
import { useFocusKept } from '@/ui/use-focus-kept'
import { datasetWorker } from '@/workers/client'
import { CaseStepForm } from './CaseStepForm'
import classes from './CasesPanel.module.css'
import { WithdrawRecord } from './WithdrawRecord'

/** What a person at the desk may write down of a case, by whether it is closed; what is usual next comes first. */
const STEPS: Readonly<Record<'open' | 'closed', readonly Exclude<CaseStepName, 'given'>[]>> = {
  open: ['arrived', 'reported', 'assessed', 'closed'],
  closed: ['reopened'],
}
const NEXT: Readonly<Record<string, string>> = {
  given: 'arrived',
  arrived: 'reported',
  reported: 'assessed',
  assessed: 'closed',
}

interface Props {
  readonly of: CaseView
  /** Which of its likely sources a team is to check, by their places. */
  readonly picked: ReadonlySet<number>
}

/** Gives a case to a team, writes down what was done, closes it, opens it again, or takes back that it was opened. */
export function CaseActions({ of, picked }: Props) {
  const { t } = useTranslation()
  const device = useLedger((state) => state.device)
  const ask = useAsked((state) => state.ask)
  const [doing, setDoing] = useState<Exclude<CaseStepName, 'given'> | 'withdraw' | null>(null)
  const focus = useFocusKept<HTMLFieldSetElement>(doing)
  const { id, opened, stage, record } = of
  const done = () => setDoing(null)
  if (doing === 'withdraw')
    return (
      <WithdrawRecord
        event={id}
        title={t('cases.do.withdraw')}
        warning={t('cases.form.withdrawHelp')}
        reasons={[t('cases.form.withdrawReasons.double'), t('cases.form.withdrawReasons.wrong')]}
        onDone={done}
      />
    )
  if (doing !== null) return <CaseStepForm of={of} step={doing} onDone={done} />
  // Not before: what is being typed stays where another window takes the case back.
  if (stage === 'withdrawn') return null

  async function give() {
    const likely = opened!.likely.filter((_, place) => picked.has(place))
    const { target } = opened!
    // Where it is among the likely sources, a person may untick it.
    const isListed = opened!.likely.some((each) => isOwnSite(opened!, each))
    const about = [...(target && !isListed ? [target] : []), ...likely]
    const found = await Promise.all(about.map(({ kind, code, nth }) => datasetWorker().find(kind, code, nth)))
    ask({ dialog: 'round', from: found.flatMap((each) => (each ? [each.source] : [])), case: id })
  }
  const steps = STEPS[stage === 'closed' ? 'closed' : 'open']
  const isOwn = record.opening?.device === device
  return (
    <fieldset ref={focus} tabIndex={-1} className={`plain ${classes.actions}`} aria-label={t('frame.actions')}>
      {stage !== 'closed' && opened && (
        <Button weight={stage === 'opened' ? 'primary' : 'secondary'} onClick={() => void give()}>
          {t('cases.give')}
        </Button>
      )}
      {steps.map((step) => (
        <Button key={step} weight={NEXT[stage] === step ? 'primary' : 'secondary'} onClick={() => setDoing(step)}>
          {t(`cases.do.${step as 'arrived'}`)}
        </Button>
      ))}
      {isOwn && <Button onClick={() => setDoing('withdraw')}>{t('cases.do.withdraw')}</Button>}
    </fieldset>
  )
}
