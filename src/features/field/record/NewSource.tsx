import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fix } from '@/domain/field/fix'
import { measureLine } from '@/domain/geodesy/measure-line'
import type { Position } from '@/domain/geodesy/position'
import { fieldMeaning } from '@/domain/sources/kinds/field'
import form from '@/features/field/field-form.module.css'
import { holdRecording } from '@/ledger/recording'
import { useLedger } from '@/store/ledger'
import { useKinds, useKindTexts } from '@/store/words/kinds'
import { Button } from '@/ui/controls/Button'
import { Select } from '@/ui/controls/Select'
import { DraftNotice } from './DraftNotice'
import type { FoundDraft } from './drafts'
import { PhotoStrip } from './PhotoStrip'
import { refsOf, storedOf } from './photos'
import { SavingLine } from './SavingLine'
import type { KeptDraft } from './use-draft'
import { useSaving } from './use-saving'

/** Key of the draft of a found source in the ledger; keys of checks contain a slash. */
export const FOUND_DRAFT = 'found'

interface Props {
  /** Where the tablet is now; null where nobody knows. */
  readonly here: Fix | null
  readonly keptDraft: KeptDraft<FoundDraft>
  readonly draft: FoundDraft
  onMark(): void
  onClose(): void
  /** It is on the disk, under this name. */
  onSaved(name: string): void
}

/** A source that is on no list: where, what, photos, and its size by walking around it. */
export function NewSource({ here, keptDraft, draft, onMark, onClose, onSaved }: Props) {
  const { t } = useTranslation()
  const append = useLedger((all) => all.append)
  const { note, photos, marked, walk } = draft
  const kindTexts = useKindTexts()
  const findable = useKinds().filter((each) => each.findable)
  // What is walked around is mostly what has an area.
  const likely = findable.find(({ fields }) => fieldMeaning(fields, 'area')) ?? findable[0]
  // A draft of another package may name a kind that this one has not: it stays what was found, by its id.
  const choices = [...new Set([...findable.map(({ id }) => id), ...(draft.kind === '' ? [] : [draft.kind])])]
  const kind = draft.kind || (likely?.id ?? '')
  const { change } = keptDraft
  const { state, reason, isSaving, save } = useSaving()
  const position = marked ?? here?.position ?? null
  const { squareMetres, metres } = measureLine(walk)
  const name = t('check.foundName', {
    kind: kindTexts.title(kind),
    place: position?.map((at) => at.toFixed(4)).join(',') ?? '',
  })

  useEffect(holdRecording, [])

  async function write(at: Position) {
    // Told apart by the moment: one tablet finds one source at a time, and the event says which tablet.
    const code = `XC${new Date().toISOString().replace(/\D/g, '')}`
    const discovery = {
      type: 'discovery',
      target: { kind, code, name },
      position: at,
      accuracyMetres: marked ? null : (here?.accuracyMetres ?? null),
      outline: walk,
      note,
      photos: refsOf(photos),
    } as const
    await append(discovery, storedOf(photos), await keptDraft.ready())
    keptDraft.forget()
    onSaved(name)
  }

  return (
    <section className={form.form} aria-label={t('check.found')}>
      <h3>{t('check.found')}</h3>
      <DraftNotice keptDraft={keptDraft} count={({ walk }) => walk.length} />
      <div className={form.fields} inert={isSaving}>
        <p>
          {position
            ? t('check.foundAt', { place: position.map((degrees) => degrees.toFixed(5)).join(', ') })
            : t('check.foundNowhere')}
        </p>
        <div className={form.actions}>
          <Button onClick={onMark}>{t('check.mark')}</Button>
          <Button disabled={!here} onClick={() => here && change({ walk: [...walk, here.position] })}>
            {t('check.corner', { count: walk.length })}
          </Button>
          {walk.length > 0 && <Button onClick={() => change({ walk: [] })}>{t('check.walkAgain')}</Button>}
        </div>
        {walk.length > 1 && (
          <p>
            {squareMetres === null
              ? t('check.walked', { metres: Math.round(metres) })
              : t('check.walkedArea', { area: Math.round(squareMetres).toLocaleString('en') })}
          </p>
        )}
        <Select
          label={t('check.foundKind')}
          value={kind}
          options={choices.map((id) => ({ value: id, label: kindTexts.title(id) }))}
          onChange={(next) => change({ kind: next })}
        />
        <PhotoStrip
          photos={photos}
          name={name}
          position={here?.position ?? null}
          sourcePosition={position}
          onAdd={(added) => change((now) => ({ photos: [...now.photos, ...added] }))}
        />
        <label>
          <span>{t('check.note')}</span>
          <textarea rows={2} value={note} onChange={(event) => change({ note: event.target.value })} />
        </label>
      </div>
      <Button
        weight="primary"
        className={form.save}
        disabled={!position || kind === '' || isSaving}
        onClick={() => position && void save(() => write(position))}
      >
        {t('check.saveFound')}
      </Button>
      <Button onClick={onClose}>{t('check.back')}</Button>
      <SavingLine state={state} reason={reason} />
    </section>
  )
}
