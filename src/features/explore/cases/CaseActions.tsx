import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCasePanel } from '@/store/cases/case-panel'
import type { CaseView } from '@/store/cases/case-view'
import { isOwnSite } from '@/store/cases/own-site'
import { useLedger } from '@/store/ledger'
import { useRequestedDialog } from '@/store/page/requested-dialog'
import { Button } from '@/ui/controls/Button'
import { useFocusKept } from '@/ui/use-focus-kept'
import { datasetWorker } from '@/workers/client'
import { CaseStepForm, type FormStep } from './CaseStepForm'
import classes from './CasesPanel.module.css'
import { MoveCase } from './MoveCase'
import { WithdrawRecord } from './WithdrawRecord'

/** Steps that the desk may record for an open or a closed case; the usual next one comes first. */
const STEPS: Readonly<Record<'open' | 'closed', readonly FormStep[]>> = {
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
  /** Indexes of the likely sources that a team is to check. */
  readonly picked: ReadonlySet<number>
}

/**
 * Actions on a case: assign it to a team, record a step, withdraw its assessment, close it, reopen it, move its place, or
 * withdraw its opening.
 */
export function CaseActions({ of, picked }: Props) {
  const { t } = useTranslation()
  const device = useLedger((state) => state.device)
  const mark = useCasePanel((state) => state.mark)
  const ask = useRequestedDialog((state) => state.ask)
  const [doing, setDoing] = useState<FormStep | 'moved' | 'withdraw' | null>(null)
  const focus = useFocusKept<HTMLFieldSetElement>(doing)
  const { id, opened, stage, record } = of
  const done = () => setDoing(null)
  if (doing === 'withdraw')
    return (
      <WithdrawRecord
        of={record}
        event={id}
        title={t('cases.do.withdraw')}
        warning={t('cases.form.withdrawHelp')}
        reasons={[t('cases.form.withdrawReasons.double'), t('cases.form.withdrawReasons.wrong')]}
        onDone={done}
      />
    )
  if (doing === 'moved' && opened) return <MoveCase of={of} opened={opened} onDone={done} />
  if (doing !== null && doing !== 'moved') return <CaseStepForm of={of} step={doing} onDone={done} />
  // Checked only after the forms, so that a form being filled in stays open if another window withdraws the case.
  if (stage === 'withdrawn') return null

  async function give() {
    const likely = opened!.likely.filter((_, place) => picked.has(place))
    const { target } = opened!
    // If the target is among the likely sources, the user may have unticked it.
    const isListed = opened!.likely.some((each) => isOwnSite(opened!, each))
    const about = [...(target && !isListed ? [target] : []), ...likely]
    const found = await Promise.all(about.map(({ kind, code, nth }) => datasetWorker().findSource(kind, code, nth)))
    ask({ dialog: 'round', from: found.flatMap((each) => (each ? [each.source] : [])), case: id })
  }
  const isAssessed = record.standing.current.some(({ step }) => step === 'assessed')
  const steps = [
    ...STEPS[stage === 'closed' ? 'closed' : 'open'],
    ...(stage !== 'closed' && isAssessed ? (['unassessed'] as const) : []),
  ]
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
      {stage !== 'closed' && opened && (
        <Button
          onClick={() => {
            // What was tapped for another form.
            mark(null)
            setDoing('moved')
          }}
        >
          {t('cases.do.moved')}
        </Button>
      )}
      {isOwn && <Button onClick={() => setDoing('withdraw')}>{t('cases.do.withdraw')}</Button>}
    </fieldset>
  )
}
