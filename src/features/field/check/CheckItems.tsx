import type { Ref } from 'react'
import type { Fix } from '@/domain/field/fix'
import { kindWithId } from '@/domain/sources/kinds/kind'
import type { CheckedItem } from '@/domain/warnings/on-site'
import form from '@/features/field/field-form.module.css'
import type { CheckTarget } from '@/features/field/record/check-target'
import type { CheckDraft } from '@/features/field/record/drafts'
import { PhotoStrip } from '@/features/field/record/PhotoStrip'
import type { useDraftPhotos } from '@/features/field/record/use-draft-photos'
import type { useVoices } from '@/features/field/voice/use-voices'
import { VoiceStrip } from '@/features/field/voice/VoiceStrip'
import type { Answer, LedgerEvent, Shortcoming } from '@/ledger/event'
import type { PhotoCircumstances } from '@/ledger/evidence'
import type { PhotoRef } from '@/ledger/references'
import { useOpened } from '@/store/chentu'
import { AnswerReason } from './AnswerReason'
import { CheckItem } from './CheckItem'
import { KeptPhotos } from './KeptPhotos'
import { ShortcomingForm } from './ShortcomingForm'
import { useLastAnswers } from './use-last-answers'
import type { SourceFacts } from './use-source-facts'
import { usualShortcomings } from './usual-words'

interface Props {
  readonly ref: Ref<HTMLOListElement>
  readonly source: CheckTarget
  readonly items: readonly CheckedItem[]
  readonly draft: CheckDraft
  readonly facts: SourceFacts
  readonly contacts: readonly string[]
  /** Circumstances that photos are checked against as they are taken. */
  readonly against: PhotoCircumstances
  /** The tablet's last position; null if there was none. */
  readonly fix: Fix | null
  readonly events: readonly LedgerEvent[]
  /** Photos of the record being corrected; they stay with it. */
  readonly kept: readonly PhotoRef[]
  readonly photoBox: ReturnType<typeof useDraftPhotos>
  readonly voices: ReturnType<typeof useVoices>
  onAnswer(item: string, answer: Answer): void
  onReason(item: string, reason: string): void
  onSaid(item: string, said: Shortcoming): void
}

/**
 * The items of a check with their answers; an item that is not met also has photos, spoken notes, words and a deadline.
 */
export function CheckItems({ ref, source, items, draft, facts, contacts, ...rest }: Props) {
  const { against, fix, events, kept, photoBox, voices, onAnswer, onReason, onSaid } = rest
  const { dataset } = useOpened()
  const beforeOf = useLastAnswers(source, facts, draft.corrects)
  return (
    <ol ref={ref} className="plain">
      {items.map((item, at) => (
        <CheckItem
          key={item.id}
          kind={source.kind}
          number={at + 1}
          item={item}
          answer={draft.answers[item.id]}
          before={beforeOf(item)}
          onAnswer={(given) => onAnswer(item.id, given)}
          why={(given) => (
            <AnswerReason
              answer={given}
              reason={draft.reasons[item.id] ?? ''}
              events={events}
              onReason={(reason) => onReason(item.id, reason)}
            />
          )}
        >
          <div className={form.shortcoming}>
            <KeptPhotos photos={kept.filter((photo) => photo.item === item.id)} />
            <PhotoStrip
              item={item.id}
              photos={draft.photos.filter(({ ref }) => ref.item === item.id)}
              name={source.name}
              position={fix?.position ?? null}
              against={against}
              onAdd={photoBox.addPhotos}
              onMarked={photoBox.addCopy}
              onRemove={photoBox.removePhoto}
            >
              <VoiceStrip item={item.id} draft={draft} voices={voices} />
            </PhotoStrip>
            <ShortcomingForm
              shortcoming={draft.shortcomings[item.id]}
              usual={usualShortcomings(kindWithId(dataset.kinds, source.kind), item.id, events)}
              contacts={contacts}
              passed={facts.passedDeadline(item)}
              onChange={(said) => onSaid(item.id, said)}
            />
          </div>
        </CheckItem>
      ))}
    </ol>
  )
}
