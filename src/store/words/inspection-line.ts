import type { TFunction } from 'i18next'
import { inLanguage } from '@/domain/bilingual'
import { type IsoDay, localMinute } from '@/domain/calendar'
import { grouped } from '@/domain/grouped'
import { ruleAnsweredOnDay } from '@/domain/rules/answered-rule'
import { checklistOf } from '@/domain/rules/checklist'
import { isAdvisory } from '@/domain/rules/rule'
import { type KindId, kindWithId } from '@/domain/sources/kinds/kind'
import { readOnSiteItem } from '@/domain/warnings/on-site'
import { recordContent } from '@/ledger/changes'
import { shortDevice, writerOf } from '@/ledger/device'
import { displayedPhotos } from '@/ledger/displayed-photos'
import { ANSWERS, type Answer, type LaterEvent } from '@/ledger/event'
import type { WithdrawalEvent } from '@/ledger/fold'
import {
  type AnswerCounts,
  answerCounts,
  asCounted,
  deadlinesIn,
  deadlinesOf,
  firstRecordOf,
  type InspectionEvent,
  isCorrected,
  isPartial,
  laterAnswers,
  reasonOf,
  type Visit,
  type VisitOutcome,
  visitOutcome,
  visitWords,
} from '@/ledger/visit'
import { visitCircumstances } from '@/ledger/visit-circumstances'
import type { Dataset } from '@/questions/dataset'
import { reasonWords } from './answer-reasons'
import { deadlineWords, itemDeadlineWords } from './item-deadlines'
import { columnLabel } from './kinds'
import { type WholeSite, wholeSiteOf } from './whole-site'

/**
 * Label of an item of a kind's checklist, including items no longer asked, whose rule ended or belonged to an earlier
 * plan. Falls back to the id. With the day of a record, the label is that of the requirement in force then, if another
 * has replaced it since.
 */
export function itemLabel(dataset: Dataset, kind: KindId, id: string, language: string, day?: IsoDay) {
  const { rules, kinds, endedRules, earlierPlans, warningMeasures } = dataset
  const onSite = readOnSiteItem(id)
  if (onSite) {
    const measure = warningMeasures.find((each) => each.id === onSite.measure)
    return measure ? inLanguage(measure.what, language) : onSite.measure
  }
  const item = checklistOf(rules, kind).items.find((each) => each.id === id)
  const rule = rules.find((each) => each.kind === kind && each.id === id)
  // Older checklists contained items that are only hints by now.
  if (!item) {
    const field = kindWithId(kinds, kind)?.fields.find(({ name }) => name === id)
    const former =
      rule ??
      field ??
      endedRules.findLast((each) => each.kind === kind && each.id === id) ??
      earlierPlans.flatMap((plan) => plan.rules).find((each) => each.id === id)
    return former ? inLanguage(former.title, language) : id
  }
  if (item.field) return columnLabel(kinds, language, item.field, kind)
  const asked = day === undefined ? undefined : ruleAnsweredOnDay(rules, id, day)
  return inLanguage((asked ?? item).title, language)
}

/** Rules that are only hints: answers to them do not count. */
const hintsOf = ({ rules }: Dataset): ReadonlySet<string> => new Set(rules.filter(isAdvisory).map(({ id }) => id))

/** Number of items with each answer in a visit, by the package's current checklist. */
export const countsOfVisit = (dataset: Dataset, visit: Visit): AnswerCounts =>
  answerCounts(visit, checklistOf(dataset.rules, visit.target.kind), hintsOf(dataset))

export const outcomeOfVisit = (dataset: Dataset, visit: Visit): VisitOutcome =>
  visitOutcome(countsOfVisit(dataset, visit))

/** Appends the number of items that could not be checked, if any. */
export const withUncheckedCount = (t: TFunction<'texts'>, words: string, unseen: number): string =>
  unseen > 0 ? t('check.withUnseen', { words, count: unseen }) : words

/** What a visit came to as a whole site; null if its items were answered one by one, or any of them failed. */
export function wholeOfVisit(t: TFunction<'texts'>, dataset: Dataset, visit: Visit): WholeSite | null {
  const { no, unanswered } = countsOfVisit(dataset, visit)
  return no > 0 ? null : wholeSiteOf(t, visit, unanswered)
}

/**
 * Outcome of a visit in words: that of the whole site if it was recorded as such; otherwise with the number of items
 * that could not be checked where the outcome alone would hide it.
 */
export function outcomeWords(t: TFunction<'texts'>, dataset: Dataset, visit: Visit): string {
  const counts = countsOfVisit(dataset, visit)
  const whole = wholeOfVisit(t, dataset, visit)
  if (whole !== null) {
    const words = t(`check.wholeOutcome.${whole}`)
    return isPartial(counts) ? t('check.wholePartly', { words, count: counts.unanswered }) : words
  }
  const outcome = visitOutcome(counts)
  return withUncheckedCount(t, t(`check.outcome.${outcome}`), outcome === 'not-seen' ? 0 : counts['not-seen'])
}

/** Where the time of day begins in a local minute. */
const TIME = 11

type Answers = Iterable<readonly [item: string, answer: Answer]>

/**
 * Result of a check: the names of failed items, and the numbers of the other answers.
 * @param why why an item does not apply or could not be checked; '' if unknown.
 */
export function answerLines(
  t: TFunction<'texts'>,
  dataset: Dataset,
  kind: KindId,
  given: Answers,
  language: string,
  why: (item: string) => string = () => '',
  day?: IsoDay,
): string[] {
  const hints = hintsOf(dataset)
  const answers = [...given].filter(([item]) => !hints.has(item))
  const failing = answers.flatMap(([item, answer]) =>
    answer === 'no' ? [itemLabel(dataset, kind, item, language, day)] : [],
  )
  return [
    ...(failing.length > 0
      ? [t('check.answerItems', { answer: t('check.answer.no'), items: failing.join(t('ui.comma')) })]
      : []),
    ...ANSWERS.filter((answer) => answer !== 'no').flatMap((answer) => {
      const items = answers.flatMap(([item, each]) => (each === answer ? item : []))
      if (items.length === 0) return []
      const line = t('check.answerCount', { answer: t(`check.answer.${answer}`), count: items.length })
      const reasons = reasonWords(t, items.map(why))
      return reasons === '' ? [line] : [t('lack.answered', { line, reasons })]
    }),
  ]
}

/** Why an item of a visit does not apply or could not be checked, from the record that counts. */
export const reasonOfItem =
  ({ answers }: Pick<Visit, 'answers'>) =>
  (item: string) => {
    const said = answers.get(item)
    return said ? reasonOf(said.event.body, item) : ''
  }

/** Companions, to append to the author; empty if none. */
export const companionWords = (t: TFunction<'texts'>, companions: readonly string[] = []) =>
  companions.length === 0 ? '' : t('people.along', { names: companions.join(t('ui.comma')) })

/** Companions named in the records written on site who are not authors of any of these. */
export function companionsOf({ records, firsts }: Visit): readonly string[] {
  const began = records.map(({ id }) => firsts.get(id)!)
  const authors = new Set(began.map(({ author }) => author))
  return [...new Set(began.flatMap(({ body }) => body.companions ?? []))].filter((name) => !authors.has(name))
}

/** The deadlines of what was found, item by item unless all have the same. '' if none. */
function deadlinesInWords(
  t: TFunction<'texts'>,
  dataset: Dataset,
  kind: KindId,
  content: Pick<Visit, 'answers'>,
  language: string,
  ofAll: readonly string[],
): string {
  const deadlines = deadlinesOf(content)
  const failing = [...content.answers].filter(([item, { answer }]) => answer === 'no' && !hintsOf(dataset).has(item))
  const words = itemDeadlineWords(
    t,
    failing.map(([item]) => [
      itemLabel(dataset, kind, item, language),
      Object.hasOwn(deadlines, item) ? deadlines[item]! : '',
    ]),
  )
  // A record of the first version may have a deadline although no item failed.
  return words || deadlineWords(t, ofAll)
}

/** Author and time of a correction. */
export const correctedLine = (t: TFunction<'texts'>, event: InspectionEvent) =>
  t('check.correctedAt', { at: localMinute(event.at), who: writerOf(event) })

/** What the line of a record adds to the record itself. */
interface RecordContext {
  /** Its own if left out; with those of the records it corrects they are its whole evidence. */
  readonly photos?: readonly unknown[]
  readonly voices?: readonly unknown[]
  /** The visit that it ends: what the whole visit left unanswered is said there. */
  readonly ends?: Visit | null
}

/** One record in a line: time, author, content. */
export function recordLine(
  t: TFunction<'texts'>,
  dataset: Dataset,
  event: InspectionEvent,
  language: string,
  context: RecordContext = {},
): string {
  const { at, signature, body } = event
  const { photos = displayedPhotos(body.photos), voices = body.voices ?? [], ends = null } = context
  return [
    `${localMinute(at)} ${writerOf(event)}${companionWords(t, body.companions)}`,
    ...(body.begunBy ? [t('people.begunBy', { name: body.begunBy })] : []),
    // Over plain HTTP a tablet has no key: nothing proves that it wrote this.
    ...(signature === '' ? [t('check.unsigned')] : []),
    ...answerLines(t, dataset, body.target.kind, Object.entries(body.answers), language, (item) =>
      reasonOf(body, item),
    ),
    ends && unansweredWords(t, countsOfVisit(dataset, ends)),
    ...(photos.length > 0 ? [t('check.photos', { count: photos.length })] : []),
    ...(voices.length > 0 ? [t('voice.count', { count: voices.length })] : []),
    ...(body.note ? [body.note] : []),
    deadlinesInWords(t, dataset, body.target.kind, recordContent(event), language, deadlinesIn(body)),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** States that a visit was partial, and how many items are left; only the number if nothing was found out; '' if none. */
function unansweredWords(t: TFunction<'texts'>, counts: AnswerCounts): string {
  if (!isPartial(counts)) return ''
  const words = visitOutcome(counts) === 'not-seen' ? 'check.notAnswered' : 'check.partly'
  return t(words, { count: counts.unanswered })
}

/** Who made a visit: authors, or the tablet if nobody is named, and companions. */
export const visitorsOf = (t: TFunction<'texts'>, visit: Visit) =>
  (visitWords(visit).authors.join(t('ui.comma')) || shortDevice(visit.device)) + companionWords(t, companionsOf(visit))

/** What later records of the day say of items that failed, and that the failure counts all the same. */
export function laterAnswerLines(t: TFunction<'texts'>, dataset: Dataset, visit: Visit, language: string): string[] {
  const hints = hintsOf(dataset)
  const said = [...laterAnswers(visit)].filter(([item]) => !hints.has(item))
  const lines = grouped(said, ([item, { answer, event }]) =>
    JSON.stringify([event.id, answer, reasonOf(event.body, item)]),
  )
  return [...lines.values()].map((all) => {
    const [item, { answer, event }] = all[0]!
    const reason = reasonOf(event.body, item)
    const words = t(`check.answer.${answer}`)
    return t('check.checkedAgain', {
      at: localMinute(visit.firsts.get(event.id)!.at).slice(TIME),
      items: all.map(([each]) => itemLabel(dataset, visit.target.kind, each, language, visit.day)).join(t('ui.comma')),
      answer: reason === '' ? words : t('lack.answered', { line: words, reasons: reason }),
    })
  })
}

/** One visit in a line: start, people, current content; a failure is told until somebody found the item met. */
export function visitLine(t: TFunction<'texts'>, dataset: Dataset, given: Visit, language: string): string {
  const visit = asCounted(given)
  const { note, deadlines } = visitWords(visit)
  const { at } = firstRecordOf(visit)
  const { corrections } = visitCircumstances(visit)
  const answers = [...visit.answers].map(([item, { answer }]) => [item, answer] as const)
  const { unanswered } = countsOfVisit(dataset, visit)
  return [
    `${localMinute(at)} ${visitorsOf(t, visit)}`,
    ...(visit.records.some(({ signature }) => signature === '') ? [t('check.unsigned')] : []),
    ...corrections.map((each) => correctedLine(t, each)),
    ...(corrections.length === 0 && isCorrected(visit) ? [t('check.corrected')] : []),
    ...answerLines(t, dataset, visit.target.kind, answers, language, reasonOfItem(visit)),
    ...laterAnswerLines(t, dataset, visit, language),
    ...(unanswered > 0 ? [t('check.notAnswered', { count: unanswered })] : []),
    ...(visit.photos.length > 0 ? [t('check.photos', { count: visit.photos.length })] : []),
    ...(visit.voices.length > 0 ? [t('voice.count', { count: visit.voices.length })] : []),
    ...(note ? [note] : []),
    deadlinesInWords(t, dataset, visit.target.kind, visit, language, deadlines),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** A record of a type unknown to this version: only time and author. */
export const laterLine = (t: TFunction<'texts'>, event: LaterEvent) =>
  [
    `${localMinute(event.at)} ${writerOf(event)}`,
    ...(event.signature === '' ? [t('check.unsigned')] : []),
    t('check.later'),
  ].join(' · ')

/** Who withdrew a record, when and why. */
export const withdrawalLine = (t: TFunction<'texts'>, event: WithdrawalEvent) =>
  t('check.withdrawn', { who: writerOf(event), at: localMinute(event.at), reason: event.body.reason })
