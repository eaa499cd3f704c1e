import type { TFunction } from 'i18next'
import { dayOfInstant, localMinute } from '@/domain/calendar'
import type { Position } from '@/domain/geodesy/position'
import { checklistOf } from '@/domain/rules/checklist'
import type { CheckLine, CheckSignature, CheckText, SourceDetails } from '@/io/papers/check-text'
import { type CheckHistory, checkHistory } from '@/ledger/check-history'
import { writerOf } from '@/ledger/device'
import { UNSIGNED_REASONS } from '@/ledger/event'
import type { Evidence } from '@/ledger/flag'
import type { SignatureEvent, TargetState } from '@/ledger/fold'
import type { PhotoRef } from '@/ledger/references'
import { type InspectionEvent, reasonOf, shortcomingOf, type Visit } from '@/ledger/visit'
import type { Dataset } from '@/questions/dataset'
import { codeText } from './code-text'
import { companionWords, itemLabel } from './inspection-line'
import { OFFICE_LANGUAGE } from './office'

/** Characters of a record's or photo's hash that people compare. */
const HASH_LETTERS = 16

/** A record with its correction history: time and place of the check come from the first record. */
export type RecordOfPaper = Pick<CheckHistory, 'event' | 'first' | 'corrections' | 'signedBefore' | 'photos' | 'voices'>

/** Input for a paper. */
export interface CheckParts {
  readonly record: RecordOfPaper
  readonly known: SourceDetails
  readonly signature: SignatureEvent | null
}

const shortHash = (hash: string) => hash.slice(0, HASH_LETTERS)
const joined = (texts: readonly string[], by = ' ') => texts.filter(Boolean).join(by)
const placeOf = (position: Position | null) => position?.map((degrees) => degrees.toFixed(5)).join('，') ?? ''

/** Facts about a source: its county's name, and the values of its row, which `text` returns by meaning. */
export const sourceDetails = (
  county: string,
  text: (meaning: 'address' | 'operator' | 'contact' | 'phone') => string,
): SourceDetails => ({
  county,
  address: text('address'),
  operator: text('operator'),
  contact: text('contact'),
  phone: text('phone'),
})

/** The content of a record's paper. @param t the texts of the office */
export function checkText(t: TFunction<'texts'>, dataset: Dataset, parts: CheckParts): CheckText {
  const { known, signature } = parts
  const { event: record, first, corrections, signedBefore, photos, voices } = parts.record
  const { target, corrects, shortcomings, note, rectifyBy, told } = record.body
  const { position, accuracyMetres, evidence, companions } = first.body
  const { kind, code, name } = target
  const reasonsIn = (...events: readonly InspectionEvent[]) =>
    joined([...new Set(events.map(({ body }) => body.evidence?.reason ?? ''))], '；')
  const items = itemsOf(dataset, record)
  const label = (item: string) => itemLabel(dataset, kind, item, OFFICE_LANGUAGE, dayOfInstant(first.at))
  const at = placeOf(position)
  return {
    id: record.id,
    hash: shortHash(record.hash),
    year: first.at.slice(0, 4),
    office: dataset.settings.meeting?.official?.office ?? '',
    code: codeText(t, code),
    facts: {
      object: name,
      kind: `${dataset.kinds.find(({ id }) => id === kind)?.title.zh ?? kind} ${codeText(t, code)}`,
      place: joined([known.county, known.address]),
      operator: known.operator,
      contact: joined([known.contact, known.phone]),
      time: localMinute(first.at),
      checkedBy: writerOf(first) + companionWords(t, companions),
      position: at && t('sign.positionText', { at, metres: Math.round(accuracyMetres ?? 0) }),
      distance: legOf(t, evidence),
      explained: reasonsIn(first),
      photos: joined(
        [
          photos.length === 0 ? '' : t('check.photos', { count: photos.length }),
          voices.length === 0 ? '' : t('voice.count', { count: voices.length }),
        ],
        '，',
      ),
      corrects: corrects ?? '',
      correctedAt: record.id === first.id ? '' : `${localMinute(record.at)} ${writerOf(record)}`,
      correctedFrom: placesOf(t, corrections),
      explainedAgain: reasonsIn(...corrections),
    },
    items: items.map(({ id, clause }) => lineOf(t, record, id, label(id), clause)),
    // Records of the first version name the person told for the whole record.
    note: joined([note, shortcomings || told === '' ? '' : t('visits.told', { who: told })], '；'),
    // Records of the first version have one deadline for all items; later ones have one per item.
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
    signed: signature && signatureDetails(t, signature),
    signedBefore: signedBefore ? notSignedAgain(t, signedBefore) : '',
  }
}

const legOf = (t: TFunction<'texts'>, evidence?: Evidence) =>
  typeof evidence?.distanceMetres === 'number' ? t('check.leg', { metres: Math.round(evidence.distanceMetres) }) : ''

/** Where corrections were written, if measured; if there are several, each with its time. */
function placesOf(t: TFunction<'texts'>, corrections: readonly InspectionEvent[]): string {
  const measured = corrections.filter(({ body }) => body.position)
  const lines = measured.map(({ at, body: { position, accuracyMetres, evidence } }) => {
    const from = t('sign.positionText', { at: placeOf(position), metres: Math.round(accuracyMetres ?? 0) })
    const leg = legOf(t, evidence)
    return joined([
      measured.length > 1 ? localMinute(at) : '',
      joined([from, leg && t('sign.fromObject', { leg })], '，'),
    ])
  })
  return lines.join('；')
}

/** The answered items in checklist order; items no longer in it come last. */
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

/** Photos in the order of items; those of the whole place come last. */
function photosInOrder(photos: readonly PhotoRef[], items: readonly string[]): readonly PhotoRef[] {
  const last = items.length + 1
  const rank = ({ item }: PhotoRef) =>
    item === undefined ? last : items.indexOf(item) < 0 ? last - 1 : items.indexOf(item)
  return [...photos].sort((a, b) => rank(a) - rank(b))
}

/** Who signed a record, or why nobody did and who witnessed that. */
function signatureLine(t: TFunction<'texts'>, signature: SignatureEvent): string {
  const { name, unsigned, witnesses } = signatureDetails(t, signature)
  if (unsigned === '') return t('sign.signed', { name })
  return joined(
    [unsigned, witnesses.length > 0 ? t('sign.witnessed', { names: witnesses.join(t('ui.comma')) }) : ''],
    '；',
  )
}

/** States that a record was corrected after it was signed, and who signed the previous text. */
export const notSignedAgain = (t: TFunction<'texts'>, { at, body: { name } }: SignatureEvent): string =>
  t('sign.notSignedAgain', { name, at: localMinute(at) })

/** Lines on the signatures of a visit: that of its last record, and those of records corrected afterwards. */
export function signatureLines(
  t: TFunction<'texts'>,
  state: TargetState | undefined,
  { records }: Pick<Visit, 'records'>,
): readonly string[] {
  const signature = state?.signatures.get(records.at(-1)!.id)
  const before = records.flatMap((record) => checkHistory(state, record).signedBefore ?? [])
  const said = before.map((each) => notSignedAgain(t, each))
  return [...new Set([...(signature ? [signatureLine(t, signature)] : []), ...said])]
}

/** How a record was signed, in words. @param t the texts of the office */
export function signatureDetails(
  t: TFunction<'texts'>,
  { at, body: { name, unsigned } }: SignatureEvent,
): CheckSignature {
  if (!unsigned) return { name, at: localMinute(at), unsigned: '', witnesses: [] }
  const { why, person, reason, witnesses } = unsigned
  const known = UNSIGNED_REASONS.find((each) => each === why)
  const words = known ? t(`sign.unsignedBy.${known}`, { person: person || t('sign.party') }) : ''
  return { name: '', at: localMinute(at), unsigned: joined([words, reason], '：'), witnesses }
}
