import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { NAVIGATORS, type Navigator, navigationLink } from '@/domain/field/navigation'
import type { Position } from '@/domain/geodesy/position'
import { checklistOf } from '@/domain/rules/checklist'
import { ANSWERS } from '@/ledger/event'
import { standingEvents, targetKey } from '@/ledger/fold'
import { holdRecording } from '@/ledger/recording'
import type { SourceSummary } from '@/questions/source-summary'
import { useOpened } from '@/store/chentu'
import { useKindTexts } from '@/store/kinds'
import { useLedger } from '@/store/ledger'
import { useRound } from '@/store/round'
import classes from './CheckForm.module.css'
import { DraftNotice } from './DraftNotice'
import { type CheckDraft, NOTHING_CHECKED, readCheckDraft } from './drafts'
import { History } from './History'
import { PhotoStrip } from './PhotoStrip'
import { refsOf, storedOf } from './photos'
import { type Change, useDraft } from './use-draft'
import { useRefused } from './use-refused'

/** A disk that is neither full nor shut writes a record much sooner. */
const SLOW_MS = 4000

interface Props {
  readonly source: SourceSummary
  /** Where the person stands; null where nobody knows. */
  readonly position: Position | null
  readonly accuracyMetres: number | null
  onClose(): void
  /** Looks around from this source: somebody who has no position knows where a site is. */
  onFrom(position: Position): void
}

/** The check of one source: an answer to each item, photos, note. Every change is kept; saved is said only once it is on the disk. */
export function CheckForm({ source, position, accuracyMetres, onClose, onFrom }: Props) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const kindTexts = useKindTexts()
  const state = useLedger((all) => all.state)
  const append = useLedger((all) => all.append)
  const { kind, code, name } = source
  const key = targetKey(source)
  const { stops, toggleStop } = useRound()
  const inRound = stops.some((stop) => targetKey(stop) === key)
  const { version, items } = checklistOf(dataset.rules, kind)
  const [status, setStatus] = useState<'editing' | 'saving' | 'waiting' | 'saved' | 'refused'>('editing')
  const [reason, setReason] = useState('')
  const refusedFor = useRefused()
  const refuse = (error: unknown) => {
    setReason(refusedFor(error))
    setStatus('refused')
  }
  // A draft that can't be kept is said; typing goes on.
  const hand = useDraft(key, readCheckDraft, NOTHING_CHECKED, refuse)
  const { draft } = hand

  useEffect(holdRecording, [])

  const notice = <DraftNotice hand={hand} count={({ answers }) => Object.keys(answers).length} />
  const header = (
    <header>
      <button type="button" onClick={onClose}>
        {t('check.back')}
      </button>
      <h2>{name}</h2>
    </header>
  )
  if (!draft)
    return (
      <section className={classes.check} aria-label={t('check.title', { name })}>
        {header}
        {notice}
      </section>
    )

  function change(part: Change<CheckDraft>) {
    setStatus('editing')
    hand.change(part)
  }

  async function save() {
    setStatus('saving')
    // Another window may keep the records shut: nothing is said to be saved, and nothing is given up.
    const slow = setTimeout(() => setStatus('waiting'), SLOW_MS)
    const { answers, note, rectifyBy, told, photos } = draft!
    try {
      await append(
        {
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
          supersedes: standingEvents(state.get(key)),
        },
        storedOf(photos),
        await hand.ready(),
      )
      hand.forget()
      setStatus('saved')
    } catch (error) {
      refuse(error)
    } finally {
      clearTimeout(slow)
    }
  }

  const saving = status === 'saving' || status === 'waiting'
  const broken = Object.values(draft.answers).includes('no')
  const answered = Object.keys(draft.answers).length
  return (
    <section className={classes.check} aria-label={t('check.title', { name })}>
      {header}
      {source.position && (
        <nav aria-label={t('check.navigate')}>
          {(Object.keys(NAVIGATORS) as Navigator[]).map((navigator) => (
            <a
              key={navigator}
              href={navigationLink(navigator, source.position!, name)}
              target="_blank"
              rel="noreferrer"
            >
              {t(`check.navigator.${navigator}`)}
            </a>
          ))}
          <button type="button" aria-pressed={inRound} onClick={() => toggleStop({ kind, code })}>
            {t(inRound ? 'check.outOfRound' : 'check.intoRound')}
          </button>
          <button type="button" onClick={() => onFrom(source.position!)}>
            {t('near.fromHere')}
          </button>
        </nav>
      )}
      {notice}
      {/* What is being saved must not change under the pen. */}
      <div className={classes.answering} inert={saving}>
        <ol>
          {items.map(({ id, clause, field, title }) => {
            const label = field ? kindTexts.column(field, kind) : inLanguage(title, i18n.language)
            return (
              <li key={id}>
                <fieldset className="plain">
                  <legend>
                    <b>{label}</b> <small>{t('check.clause', { clause })}</small>
                  </legend>
                  <div className={classes.answers}>
                    {ANSWERS.map((answer) => (
                      <button
                        key={answer}
                        type="button"
                        data-answer={answer}
                        aria-pressed={draft.answers[id] === answer}
                        onClick={() => change({ answers: { ...draft.answers, [id]: answer } })}
                      >
                        {t(`check.answer.${answer}`)}
                      </button>
                    ))}
                  </div>
                </fieldset>
              </li>
            )
          })}
        </ol>
        {broken && <p className={classes.asked}>{t('check.asked')}</p>}
        <PhotoStrip
          photos={draft.photos}
          name={name}
          position={position}
          place={source.position}
          onAdd={(added) => change((now) => ({ photos: [...now.photos, ...added] }))}
        />
        <label>
          <span>{t('check.note')}</span>
          <textarea rows={2} value={draft.note} onChange={(event) => change({ note: event.target.value })} />
        </label>
        {broken && (
          <>
            <label>
              <span>{t('check.rectifyBy')}</span>
              <input
                type="date"
                max="9999-12-31"
                value={draft.rectifyBy}
                onChange={(event) => change({ rectifyBy: event.target.value })}
              />
            </label>
            <label>
              <span>{t('check.told')}</span>
              <input value={draft.told} onChange={(event) => change({ told: event.target.value })} />
            </label>
          </>
        )}
      </div>
      <button type="button" className={classes.save} disabled={saving || answered === 0} onClick={() => void save()}>
        {t('check.save', { answered, all: items.length })}
      </button>
      <p role="status" data-state={status} className={classes.status}>
        {status === 'waiting' && t('check.waiting')}
        {status === 'saved' && t('check.saved')}
        {status === 'refused' && reason}
      </p>
      <History source={source} />
    </section>
  )
}
