import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sourceOpening } from '@/domain/cases/opening-key'
import type { Position } from '@/domain/geodesy/position'
import { BeforeSaving } from '@/features/field/check/BeforeSaving'
import form from '@/features/field/field-form.module.css'
import { HoldInRainButton } from '@/features/field/HoldInRainButton'
import { DraftNotice } from '@/features/field/record/DraftNotice'
import { DropDraft } from '@/features/field/record/DropDraft'
import { useDropped } from '@/features/field/record/dropped'
import { PhotoStrip } from '@/features/field/record/PhotoStrip'
import { refsOf, storedOf, withCopy, withoutPhoto, withPhotos } from '@/features/field/record/photos'
import { SavingLine } from '@/features/field/record/SavingLine'
import { useDraft } from '@/features/field/record/use-draft'
import { useRefused } from '@/features/field/record/use-refused'
import { useSaving } from '@/features/field/record/use-saving'
import { CASE_FINDINGS, type CaseStepped, NO_CAUSE } from '@/ledger/case-bodies'
import { targetKey } from '@/ledger/shared-code'
import type { StepContent } from '@/store/cases/write-step'
import type { ReceivedCase } from '@/store/device/received-rounds'
import { useLedger } from '@/store/ledger'
import { Button } from '@/ui/controls/Button'
import { Select } from '@/ui/controls/Select'
import { type CaseDraft, caseDraftKey, isNothingReported, NOTHING_REPORTED, readCaseDraft } from './case-draft'
import { useCaseLikely } from './use-case-likely'
import { useUnchecked } from './use-unchecked'

const NONE = 'none'

interface Props {
  readonly of: ReceivedCase
  /** The tablet's position; null if unknown. */
  readonly here: Position | null
  /** Makes the record. */
  write(said: Omit<StepContent, 'when'>): CaseStepped
  /** Called when the report is stored. */
  onSaved(): void
  onDone(): void
}

/**
 * Form for a team's report on a case: a finding, the cause if known, a note, and photos. Stored as a draft on every
 * change.
 */
export function CaseReport({ of, here, write, onSaved, onDone }: Props) {
  const { t } = useTranslation()
  const refusedFor = useRefused()
  const [unkept, setUnkept] = useState('')
  const kept = useDraft(caseDraftKey(of.id), readCaseDraft, NOTHING_REPORTED, (error) => setUnkept(refusedFor(error)))
  const { state, reason, isSaving, save } = useSaving()
  const { draft, change } = kept
  const likely = useCaseLikely(of)
  const causes = [...likely.sent, ...likely.named, ...likely.found]
  /** A draft of an earlier version names its cause without a number among sources with the same code. */
  const causeIn = ({ cause }: CaseDraft) =>
    causes.find((each) => sourceOpening(each) === cause) ?? causes.find((each) => targetKey(each) === cause)
  const unchecked = useUnchecked(likely, of.observed)
  const { append, author } = useLedger()
  /** Whether the team is asked before a report that its checks do not support, or that names no author. */
  const [isAsked, setAsked] = useState(false)
  if (!draft) return <DraftNotice keptDraft={kept} count={() => 0} />
  const isUnsupported = draft.finding === NO_CAUSE && unchecked.length > 0
  const chosen = causeIn(draft)
  async function store(stored: CaseDraft) {
    const { finding, note, photos } = stored
    const source = causeIn(stored)
    const body = write({
      step: 'reported',
      finding,
      note: note.trim(),
      ...(source && { cause: { kind: source.kind, code: source.code, name: source.name ?? source.code } }),
      photos: refsOf(photos),
    })
    await append(body, storedOf(photos), await kept.ready())
    kept.forget()
    onSaved()
  }
  return (
    <section className={form.form} aria-label={t('cases.field.report')} inert={isSaving}>
      <DraftNotice keptDraft={kept} count={() => 0} />
      {unkept !== '' && <p role="alert">{unkept}</p>}
      <fieldset className={`plain ${form.choices}`} aria-label={t('cases.form.finding')}>
        {CASE_FINDINGS.map((finding) => (
          <Button key={finding} aria-pressed={draft.finding === finding} onClick={() => change({ finding })}>
            {t(`cases.finding.${finding}`)}
          </Button>
        ))}
      </fieldset>
      {causes.length > 0 && (
        <Select<string>
          label={t('cases.form.cause')}
          labelled="above"
          value={chosen ? sourceOpening(chosen) : NONE}
          options={[
            { value: NONE, label: t('cases.form.noCause') },
            ...causes.map((each) => ({ value: sourceOpening(each), label: each.name ?? each.code })),
          ]}
          onChange={(cause) => change({ cause: cause === NONE ? '' : cause })}
        />
      )}
      <PhotoStrip
        photos={draft.photos}
        name={of.title}
        position={here}
        onAdd={(added) => change((now) => ({ photos: withPhotos(now.photos, added) }))}
        onMarked={(copy) => change((now) => ({ photos: withCopy(now.photos, copy) }))}
        onRemove={(photo) => change((now) => ({ photos: withoutPhoto(now.photos, photo) }))}
      />
      <label>
        <span>{t('check.note')}</span>
        <textarea rows={2} value={draft.note} onChange={({ target }) => change({ note: target.value })} />
      </label>
      <SavingLine state={state} reason={reason} />
      <div className={form.actions}>
        <HoldInRainButton
          weight="primary"
          disabled={draft.finding === '' || isSaving}
          onPress={() => {
            if (author === '' || isUnsupported) setAsked(true)
            else void save(() => store(draft))
          }}
        >
          {t('cases.field.save')}
        </HoldInRainButton>
        <Button onClick={onDone}>{t('check.back')}</Button>
        {!isNothingReported(draft) && (
          <DropDraft
            name={of.title}
            onDrop={async () => {
              await useDropped.getState().drop(kept.key)
              onDone()
            }}
          />
        )}
      </div>
      {isAsked && (
        <BeforeSaving
          lacks={
            isUnsupported ? (
              <li>
                {t('cases.field.unchecked', {
                  count: unchecked.length,
                  names: unchecked.map(({ name, code }) => name ?? code).join(t('ui.comma')),
                })}
              </li>
            ) : null
          }
          flags={[]}
          asksWhy={false}
          whys={[]}
          asksAuthor={author === ''}
          onBack={() => setAsked(false)}
          onSave={() => {
            setAsked(false)
            void save(() => store(draft))
          }}
        >
          <p>{t(`cases.finding.${draft.finding || NO_CAUSE}`)}</p>
        </BeforeSaving>
      )}
    </section>
  )
}
