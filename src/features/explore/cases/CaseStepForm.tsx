import { useTranslation } from 'react-i18next'
import { sourceOpening } from '@/domain/cases/opening-key'
import type { CaseStepName } from '@/domain/cases/stage'
import { CaseForm } from '@/features/cases/CaseForm'
import { isTooLong, LongTextField } from '@/features/cases/LongTextField'
import { MAX_WORDS } from '@/io/field/round-order-file'
import { z } from '@/io/zod'
import { CASE_EFFECTS, CASE_FINDINGS } from '@/ledger/case-bodies'
import { type CaseView, reportedFinding } from '@/store/cases/case-view'
import { useCaseEffect } from '@/store/cases/use-case-effect'
import { stepBody } from '@/store/cases/write-step'
import { useOpened } from '@/store/chentu'
import { formsOfCase } from '@/store/device/form-drafts'
import { useMinute } from '@/store/device/today'
import { useLedger } from '@/store/ledger'
import { useFormDraft } from '@/store/page/use-form-draft'
import { effectLines } from '@/store/words/effect-text'
import { Button } from '@/ui/controls/Button'
import { SegmentedControl } from '@/ui/controls/SegmentedControl'
import { Select } from '@/ui/controls/Select'
import { UnreadFiles } from '@/ui/UnreadFiles'
import classes from './CasesPanel.module.css'
import { StepTimeField } from './StepTimeField'
import { offeredTime, stepTime, timeNeeds } from './step-time'
import { UncheckedSources } from './UncheckedSources'

/** What a person enters; '' for what is not chosen yet. */
const entered = z.object({
  when: z.string(),
  note: z.string(),
  finding: z.enum([...CASE_FINDINGS, '']),
  cause: z.string(),
  effect: z.enum([...CASE_EFFECTS, '']),
  by: z.string().nullable(),
})
type Finding = (typeof CASE_FINDINGS)[number]
type Effect = (typeof CASE_EFFECTS)[number]
/** Most letters of a note; what the readings show of a case and its neighbours takes some 400 of them. */
const LONGEST = 1000
const NONE = 'none'

/** Steps that this form records; giving a case to a team and moving it have forms of their own. */
export type FormStep = Exclude<CaseStepName, 'given' | 'moved'>

interface Props {
  readonly of: CaseView
  readonly step: FormStep
  onDone(): void
}

/** A note with a text after what was written there, once. */
const withText = (note: string, text: string): string =>
  note.includes(text) ? note : [note.trim(), text].filter(Boolean).join('\n')

/**
 * Records a step of a case: its time, and the contents of a report or an assessment. Closing, reopening and withdrawing
 * the assessment require a reason.
 */
export function CaseStepForm({ of, step, onDone }: Props) {
  const { t } = useTranslation()
  const append = useLedger((state) => state.append)
  const { asOf } = useOpened().evaluation
  const now = useMinute()
  const label = t(`cases.do.${step as 'arrived'}`)
  const key = { group: formsOfCase(of.id), form: step, label: `${of.title} ${label}` }
  const kept = useFormDraft<z.infer<typeof entered>>(key, entered, () => ({
    ...{ when: offeredTime(of, asOf, Date.now()), note: '', finding: '', cause: NONE, effect: '', by: null },
  }))
  const { when, note, finding, cause, effect } = kept.fields
  const setNote = (note: string) => kept.change({ note })
  const ofReadings = useCaseEffect(step === 'assessed' || step === 'closed' ? of : null)
  const time = stepTime(of, step, when, now)
  const likely = of.opened?.likely ?? []
  const causeOf = likely.find((each) => sourceOpening(each) === cause)
  // Asked on closing unless an assessment has given the outcome; otherwise the case would not tell what became of the
  // value.
  const isAssessed = of.record.standing.current.some(({ event }) => (event.body.effect ?? '') !== '')
  const asksEffect = step === 'assessed' || (step === 'closed' && !isAssessed)
  const asksWhy = step === 'closed' || step === 'reopened' || step === 'unassessed'
  const ofTime = timeNeeds(time, t('cases.form.when'))
  const missing = [
    ...ofTime.missing,
    ...(step === 'reported' && finding === '' ? [t('cases.form.finding')] : []),
    ...(asksEffect && effect === '' ? [t('cases.form.effect')] : []),
    ...(asksWhy && note.trim() === '' ? [t('cases.form.note')] : []),
  ]
  async function save() {
    const said = {
      ...{ step, when: time.at!, note: note.trim() },
      ...(finding && { finding }),
      ...(causeOf && { cause: { kind: causeOf.kind, code: causeOf.code, name: causeOf.name } }),
      ...(effect && { effect }),
    }
    await append(stepBody(of, of.record, said), [], null)
    onDone()
  }
  return (
    <CaseForm
      label={label}
      byLabel={t('cases.form.stepBy')}
      saveLabel={asksWhy ? label : t('cases.form.keep')}
      missing={missing}
      wrong={[...ofTime.wrong, ...(isTooLong(note, LONGEST) ? [t('cases.form.note')] : [])]}
      kept={kept}
      onSave={save}
      onCancel={onDone}
    >
      <h3>{label}</h3>
      {step === 'closed' && <p className="quiet">{t('cases.form.closeHelp')}</p>}
      {step === 'unassessed' && <p className="quiet">{t('cases.form.unassessHelp')}</p>}
      {step === 'closed' && of.opened && <UncheckedSources opened={of.opened} finding={reportedFinding(of.record)} />}
      <StepTimeField
        label={t('cases.form.when')}
        step={step}
        time={time}
        value={when}
        onChange={(when) => kept.change({ when })}
      />
      {step === 'reported' && (
        <>
          <SegmentedControl<Finding | ''>
            isLabelled
            label={t('cases.form.finding')}
            options={CASE_FINDINGS.map((value) => ({ value, label: t(`cases.finding.${value}`) }))}
            value={finding}
            onChange={(finding) => kept.change({ finding })}
          />
          {likely.length > 0 && (
            <Select<string>
              label={t('cases.form.cause')}
              labelled="above"
              // Of a case that was moved meanwhile, other sources are likely.
              value={causeOf ? cause : NONE}
              options={[
                { value: NONE, label: t('cases.form.noCause') },
                ...likely.map((each) => ({ value: sourceOpening(each), label: each.name })),
              ]}
              onChange={(cause) => kept.change({ cause })}
            />
          )}
        </>
      )}
      {step === 'closed' && asksEffect && <p className="quiet">{t('cases.form.notAssessed')}</p>}
      {asksEffect && (
        <SegmentedControl<Effect | ''>
          isLabelled
          label={t('cases.form.effect')}
          options={CASE_EFFECTS.map((value) => ({ value, label: t(`cases.effect.${value}`) }))}
          value={effect}
          onChange={(effect) => kept.change({ effect })}
        />
      )}
      {ofReadings && 'unread' in ofReadings && (
        <UnreadFiles says={t('cases.readings.unread')} problems={ofReadings.unread} />
      )}
      {ofReadings && !('unread' in ofReadings) && (
        <p className={classes.actions}>
          <Button onClick={() => setNote(withText(note, effectLines(t, ofReadings).join(t('ui.semicolon'))))}>
            {t('cases.readings.take')}
          </Button>
        </p>
      )}
      <LongTextField
        label={t('cases.form.note')}
        value={note}
        most={LONGEST}
        // A tablet gets it as the reason for which the case was reopened.
        onTablets={step === 'reopened' ? MAX_WORDS : undefined}
        onChange={setNote}
      />
    </CaseForm>
  )
}
