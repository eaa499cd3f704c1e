import type { TFunction } from 'i18next'
import { localMinute } from '@/domain/calendar'
import type { Position } from '@/domain/geodesy/position'
import { checklistOf } from '@/domain/rules/checklist'
import type { CheckLine, CheckSigned, CheckText, KnownOfSource } from '@/io/papers/check-text'
import { shortDevice } from '@/ledger/device'
import { type PhotoRef, UNSIGNED } from '@/ledger/event'
import type { SignatureEvent } from '@/ledger/fold'
import { type InspectionEvent, reasonOf, shortcomingOf } from '@/ledger/visit'
import type { Dataset } from '@/questions/dataset'
import { companionWords, itemLabel } from './inspection-line'
import { OFFICE_LANGUAGE } from './office'

/** Hash of a record or photo as people compare it. */
const HASH_LETTERS = 16

/** What a paper is made of. */
export interface CheckParts {
  readonly record: InspectionEvent
  /** The one that was written on the spot: itself, or what its chain of corrections began with. When and where the check was, it says. */
  readonly first: InspectionEvent
  /** Its photos, with those of what it corrects. */
  readonly photos: readonly PhotoRef[]
  /** How many spoken notes it has, with those of what it corrects; none where it is not said. */
  readonly voices?: number
  readonly known: KnownOfSource
  readonly signature: SignatureEvent | null
}

const shortHash = (hash: string) => hash.slice(0, HASH_LETTERS)
const joined = (texts: readonly string[], by = ' ') => texts.filter(Boolean).join(by)
const writerOf = ({ author, device }: InspectionEvent) => author || shortDevice(device)
const placeOf = (position: Position | null) => position?.map((degrees) => degrees.toFixed(5)).join('，') ?? ''

/** What is known of a source: the name of its county; `text` says what its row has under a meaning. */
export const knownOf = (
  county: string,
  text: (meaning: 'address' | 'operator' | 'contact' | 'phone') => string,
): KnownOfSource => ({
  county,
  address: text('address'),
  operator: text('operator'),
  contact: text('contact'),
  phone: text('phone'),
})

/** What the paper of a record says. @param t the texts of the office */
export function checkText(t: TFunction<'texts'>, dataset: Dataset, parts: CheckParts): CheckText {
  const { record, first, photos, voices = 0, known, signature } = parts
  const { target, corrects, shortcomings, note, rectifyBy, told } = record.body
  const { position, accuracyMetres, evidence, companions } = first.body
  const { kind, code, name } = target
  const metres = evidence?.distanceMetres ?? null
  const items = itemsOf(dataset, record)
  const label = (item: string) => itemLabel(dataset, kind, item, OFFICE_LANGUAGE)
  const at = placeOf(position)
  return {
    id: record.id,
    hash: shortHash(record.hash),
    year: first.at.slice(0, 4),
    office: dataset.settings.meeting?.official?.office ?? '',
    code,
    facts: {
      object: name,
      kind: `${dataset.kinds.find(({ id }) => id === kind)?.title.zh ?? kind} ${code}`,
      place: joined([known.county, known.address]),
      operator: known.operator,
      contact: joined([known.contact, known.phone]),
      time: localMinute(first.at),
      checkedBy: writerOf(first) + companionWords(t, companions),
      position: at && t('sign.positionText', { at, metres: Math.round(accuracyMetres ?? 0) }),
      distance: metres === null ? '' : t('check.leg', { metres: Math.round(metres) }),
      photos: joined(
        [
          photos.length === 0 ? '' : t('check.photos', { count: photos.length }),
          voices === 0 ? '' : t('voice.count', { count: voices }),
        ],
        '，',
      ),
      corrects: corrects ?? '',
      correctedAt: record.id === first.id ? '' : `${localMinute(record.at)} ${writerOf(record)}`,
    },
    items: items.map(({ id, clause }) => lineOf(t, record, id, label(id), clause)),
    // The first records name who was told beside the items.
    note: joined([note, shortcomings || told === '' ? '' : t('visits.told', { who: told })], '；'),
    // Of the first records one day is set for all; since then each item has its own.
    rectifyBy: shortcomings ? '' : rectifyBy,
    photos: photosInOrder(
      photos,
      items.map(({ id }) => id),
    ).map((photo) => {
      const item = photo.item === undefined ? t('sign.photoOfPlace') : label(photo.item)
      const from = placeOf(photo.position ?? photo.taken?.position ?? null)
      const lines = [localMinute(photo.at), from || t('sign.photoNowhere'), shortHash(photo.hash)]
      return { hash: photo.hash, item, lines }
    }),
    signed: signature && signedOf(t, signature),
  }
}

/** The items that were answered, in the order of the checklist; what it no longer has comes last. */
function itemsOf(dataset: Dataset, { body }: InspectionEvent) {
  const { items } = checklistOf(dataset.rules, body.target.kind)
  const ids = new Set([...items.map(({ id }) => id), ...Object.keys(body.answers)])
  return [...ids]
    .filter((id) => body.answers[id])
    .map((id) => ({ id, clause: items.find((item) => item.id === id)?.clause }))
}

function lineOf(
  t: TFunction<'texts'>,
  { body }: InspectionEvent,
  id: string,
  title: string,
  clause?: number,
): CheckLine {
  const answer = body.answers[id]!
  const { found = [], rectifyBy = '', told = '' } = shortcomingOf(body, id) ?? {}
  return {
    title,
    clause: clause === undefined ? '' : t('check.clause', { clause }),
    answer: t(`check.answer.${answer}`),
    isMissed: answer === 'no',
    found: joined([...found, told && t('visits.told', { who: told }), reasonOf(body, id)], '；'),
    by: rectifyBy,
  }
}

/** Photos by item as the list has them; those of the place come last. */
function photosInOrder(photos: readonly PhotoRef[], items: readonly string[]): readonly PhotoRef[] {
  const last = items.length + 1
  const rank = ({ item }: PhotoRef) =>
    item === undefined ? last : items.indexOf(item) < 0 ? last - 1 : items.indexOf(item)
  return [...photos].sort((a, b) => rank(a) - rank(b))
}

/** Who signed a record, or why nobody did and who witnessed that. */
export function signatureLine(t: TFunction<'texts'>, signature: SignatureEvent): string {
  const { name, unsigned, witnesses } = signedOf(t, signature)
  if (unsigned === '') return t('sign.signed', { name })
  return joined(
    [unsigned, witnesses.length > 0 ? t('sign.witnessed', { names: witnesses.join(t('ui.comma')) }) : ''],
    '；',
  )
}

/** How a record was signed, in words. @param t the texts of the office */
export function signedOf(t: TFunction<'texts'>, { at, body: { name, unsigned } }: SignatureEvent): CheckSigned {
  if (!unsigned) return { name, at: localMinute(at), unsigned: '', witnesses: [] }
  const { why, person, reason, witnesses } = unsigned
  const known = UNSIGNED.find((each) => each === why)
  const words = known ? t(`sign.unsignedBy.${known}`, { person: person || t('sign.party') }) : ''
  return { name: '', at: localMinute(at), unsigned: joined([words, reason], '：'), witnesses }
}
