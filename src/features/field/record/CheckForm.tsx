import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Position } from '@/domain/geodesy/position'
import { checklistOf } from '@/domain/rules/checklist'
import form from '@/features/field/field-form.module.css'
import { standingEvents, targetKey } from '@/ledger/fold'
import { holdRecording } from '@/ledger/recording'
import { useOpened } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { Button } from '@/ui/controls/Button'
import { DatePicker } from '@/ui/controls/DatePicker'
import { AnswerList } from './AnswerList'
import { type CheckTarget, draftKeyOf } from './check-target'
import { DraftNotice } from './DraftNotice'
import { type CheckDraft, NOTHING_CHECKED, readCheckDraft } from './drafts'
import { History } from './History'
import { PhotoStrip } from './PhotoStrip'
import { refsOf, storedOf } from './photos'
import { SavingLine } from './SavingLine'
import { SourceLinks } from './SourceLinks'
import { type Change, useDraft } from './use-draft'
import { useSaving } from './use-saving'

interface Props {
  readonly source: CheckTarget
  /** Said above it, where something about the source is not as it should be. */
  readonly warning?: string | undefined
  /** Where the person stands; null where nobody knows. */
  readonly position: Position | null
  readonly accuracyMetres: number | null
  onClose(): void
  /** Looks around from this source. */
  onFrom(position: Position): void
}

/** The check of one source: an answer to each item, photos, note. Every change is kept; saved is said only once it is on the disk. */
export function CheckForm({ source, warning, position, accuracyMetres, onClose, onFrom }: Props) {
  const { t } = useTranslation()
  const { dataset } = useOpened()
  const records = useLedger((all) => all.state)
  const append = useLedger((all) => all.append)
  const { kind, code, name } = source
  const key = targetKey(source)
  const { version, items } = checklistOf(dataset.rules, kind)
  const { state, reason, isSaving, edit, refuse, save } = useSaving()
  // A draft that can't be kept is said; typing goes on.
  const keptDraft = useDraft(draftKeyOf(source), readCheckDraft, NOTHING_CHECKED, refuse)
  const { draft } = keptDraft

  useEffect(holdRecording, [])

  function change(part: Change<CheckDraft>) {
    edit()
    keptDraft.change(part)
  }

  async function write({ answers, note, rectifyBy, told, photos }: CheckDraft) {
    const inspection = {
      type: 'inspection',
      target: { kind, code, name },
      checklist: version,
      answers,
      note,
      rectifyBy,
      told,
      position,
      accuracyMetres,
      photos: refsOf(photos),
      supersedes: standingEvents(records.get(key)),
    } as const
    await append(inspection, storedOf(photos), await keptDraft.ready())
    keptDraft.forget()
  }

  const broken = draft !== null && Object.values(draft.answers).includes('no')
  const answered = draft ? Object.keys(draft.answers).length : 0
  return (
    <section className={form.form} aria-label={t('check.title', { name })}>
      <header>
        <Button onClick={onClose}>{t('check.back')}</Button>
        <h2>{name}</h2>
      </header>
      {warning ? (
        <p className={form.warning}>{warning}</p>
      ) : (
        source.sameCode && <p className={form.warning}>{t('detail.sameCode', { ...source.sameCode })}</p>
      )}
      {draft && source.position && <SourceLinks source={source} position={source.position} onFrom={onFrom} />}
      <DraftNotice keptDraft={keptDraft} count={({ answers }) => Object.keys(answers).length} />
      {draft && (
        <>
          {/* What is being saved must not change under the pen. */}
          <div className={form.fields} inert={isSaving}>
            <AnswerList
              kind={kind}
              items={items}
              answers={draft.answers}
              onAnswer={(item, answer) => change((now) => ({ answers: { ...now.answers, [item]: answer } }))}
            />
            {broken && <p className={form.warning}>{t('check.asked')}</p>}
            <PhotoStrip
              photos={draft.photos}
              name={name}
              position={position}
              sourcePosition={source.position}
              onAdd={(added) => change((now) => ({ photos: [...now.photos, ...added] }))}
            />
            <label>
              <span>{t('check.note')}</span>
              <textarea rows={2} value={draft.note} onChange={({ target }) => change({ note: target.value })} />
            </label>
            {broken && <Rectification draft={draft} onChange={change} />}
          </div>
          <Button
            weight="primary"
            className={form.save}
            disabled={isSaving || answered === 0}
            onClick={() => void save(() => write(draft))}
          >
            {t('check.save', { answered, all: items.length })}
          </Button>
          <SavingLine state={state} reason={reason} />
          <History source={source} />
        </>
      )}
    </section>
  )
}

interface RectificationProps {
  readonly draft: CheckDraft
  onChange(part: Change<CheckDraft>): void
}

/** By when what was found broken is to be put right, and who was told. */
function Rectification({ draft, onChange }: RectificationProps) {
  const { t } = useTranslation()
  return (
    <>
      <DatePicker
        label={t('check.rectifyBy')}
        value={draft.rectifyBy}
        clearable
        onChange={(rectifyBy) => onChange({ rectifyBy })}
      />
      <label>
        <span>{t('check.told')}</span>
        <input value={draft.told} onChange={({ target }) => onChange({ told: target.value })} />
      </label>
    </>
  )
}
