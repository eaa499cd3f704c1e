import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import { type CaseStepName, isStepName } from '@/domain/cases/stage'
import { CASE_EFFECTS, CASE_FINDINGS } from '@/ledger/case-bodies'
import { targetKey } from '@/ledger/fold'
import type { CaseView } from '@/store/cases/case-view'
import { useCaseEffect } from '@/store/cases/use-case-effect'
import { stepBody } from '@/store/cases/write-step'
import { useMinute } from '@/store/device/today'
import { useLedger } from '@/store/ledger'
import { effectLines } from '@/store/words/effect-text'
import { Button } from '@/ui/controls/Button'
import { SegmentedControl } from '@/ui/controls/SegmentedControl'
import { Select } from '@/ui/controls/Select'
import form from '@/ui/form.module.css'
import { CaseForm } from './CaseForm'
import classes from './CasesPanel.module.css'
import { momentOf, TimeField } from './TimeField'

type Finding = (typeof CASE_FINDINGS)[number]
type Effect = (typeof CASE_EFFECTS)[number]
const LONGEST = 200
const NONE = 'none'

interface Props {
  readonly of: CaseView
  readonly step: Exclude<CaseStepName, 'given'>
  onDone(): void
}

/** What is known to have been later than a moment at which the next step is said to have been done: a step, or the noticing. */
function laterThan({ opened, record }: CaseView, at: string) {
  const { current } = record.standing
  const known = [
    ...(opened ? [{ step: null, when: opened.observed }] : []),
    ...current.flatMap(({ step, when }) => (isStepName(step) ? [{ step, when }] : [])),
  ]
  return known.findLast(({ when }) => Date.parse(when) > Date.parse(at)) ?? null
}

/** Writes down what was done with a case: when, and what a report or an assessment says. To close it, or open it again, words are asked. */
export function CaseStepForm({ of, step, onDone }: Props) {
  const { t } = useTranslation()
  const append = useLedger((state) => state.append)
  const now = useMinute()
  const [when, setWhen] = useState(() => localMinute(new Date().toISOString()))
  const [note, setNote] = useState('')
  const [finding, setFinding] = useState<Finding | ''>('')
  const [cause, setCause] = useState(NONE)
  const [effect, setEffect] = useState<Effect | ''>('')
  const ofReadings = useCaseEffect(step === 'assessed' ? of : null)
  const at = momentOf(when, now)
  const before = at === null ? null : laterThan(of, at)
  const likely = of.opened?.likely ?? []
  const causeOf = likely.find((each) => targetKey(each) === cause)
  const asksWhy = step === 'closed' || step === 'reopened'
  const missing = [
    ...(at === null ? [t('cases.form.when')] : []),
    ...(step === 'reported' && finding === '' ? [t('cases.form.finding')] : []),
    ...(step === 'assessed' && effect === '' ? [t('cases.form.effect')] : []),
    ...(asksWhy && note.trim() === '' ? [t('cases.form.note')] : []),
  ]
  async function save() {
    const said = {
      ...{ step, when: at!, note: note.trim() },
      ...(finding && { finding }),
      ...(causeOf && { cause: { kind: causeOf.kind, code: causeOf.code, name: causeOf.name } }),
      ...(effect && { effect }),
    }
    await append(stepBody(of, of.record, said), [], null)
    onDone()
  }
  const label = t(`cases.do.${step as 'arrived'}`)
  return (
    <CaseForm
      label={label}
      byLabel={t('cases.form.stepBy')}
      saveLabel={step === 'closed' || step === 'reopened' ? label : t('cases.form.keep')}
      missing={missing}
      onSave={save}
      onCancel={onDone}
    >
      {step === 'closed' && <p className="quiet">{t('cases.form.closeHelp')}</p>}
      <TimeField label={t('cases.form.when')} value={when} onChange={setWhen} />
      {before && (
        <p role="note">
          {t('cases.form.before', {
            step: before.step === null ? t('cases.observed') : t(`cases.step.${before.step}`),
            at: localMinute(before.when),
          })}
        </p>
      )}
      {step === 'reported' && (
        <>
          <SegmentedControl<Finding | ''>
            label={t('cases.form.finding')}
            options={CASE_FINDINGS.map((value) => ({ value, label: t(`cases.finding.${value}`) }))}
            value={finding}
            onChange={setFinding}
          />
          {likely.length > 0 && (
            <Select<string>
              label={t('cases.form.cause')}
              labelled="above"
              value={cause}
              options={[
                { value: NONE, label: t('cases.form.noCause') },
                ...likely.map((each) => ({ value: targetKey(each), label: each.name })),
              ]}
              onChange={setCause}
            />
          )}
        </>
      )}
      {step === 'assessed' && (
        <SegmentedControl<Effect | ''>
          label={t('cases.form.effect')}
          options={CASE_EFFECTS.map((value) => ({ value, label: t(`cases.effect.${value}`) }))}
          value={effect}
          onChange={setEffect}
        />
      )}
      {ofReadings && (
        <p className={classes.actions}>
          <Button onClick={() => setNote(effectLines(t, ofReadings).join(t('ui.semicolon')).slice(0, LONGEST))}>
            {t('cases.readings.take')}
          </Button>
        </p>
      )}
      <label className={form.field}>
        <span>{t('cases.form.note')}</span>
        <textarea rows={2} value={note} maxLength={LONGEST} onChange={({ target }) => setNote(target.value)} />
      </label>
    </CaseForm>
  )
}
