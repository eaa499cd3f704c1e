import type { TFunction } from 'i18next'
import { inLanguage } from '@/domain/bilingual'
import { type IsoDay, localMinute } from '@/domain/calendar'
import { ruleAnswered } from '@/domain/rules/answered'
import { checklistOf } from '@/domain/rules/checklist'
import { isAdvisory } from '@/domain/rules/rule'
import { type KindId, kindWithId } from '@/domain/sources/kinds/kind'
import { readOnSiteItem } from '@/domain/warnings/on-site'
import { shortDevice, writerOf } from '@/ledger/device'
import { ANSWERS, type Answer, type LaterEvent } from '@/ledger/event'
import type { WithdrawalEvent } from '@/ledger/fold'
import { seenPhotos } from '@/ledger/marked'
import { onSpot } from '@/ledger/on-spot'
import {
  type AnswerCounts,
  answerCounts,
  beganWith,
  deadlinesIn,
  type InspectionEvent,
  isCorrected,
  type Outcome,
  outcomeOf,
  reasonOf,
  type Visit,
  visitWords,
} from '@/ledger/visit'
import type { Dataset } from '@/questions/dataset'
import { columnLabel } from './kinds'

/**
 * What an item of a kind's checklist is called, also one that is asked no more: its rule was ended, or was of an earlier plan. Its
 * id where the package knows nothing of it. With the day of a record it is called as what was asked then, where another requirement
 * took its place since.
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
  // Older checklists asked for what is a hint by now.
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
  const asked = day === undefined ? undefined : ruleAnswered(rules, id, day)
  return inLanguage((asked ?? item).title, language)
}

/** Rules that are hints only: answers to them count for nothing. */
const hintsOf = ({ rules }: Dataset): ReadonlySet<string> => new Set(rules.filter(isAdvisory).map(({ id }) => id))

/** How many items of a visit have each answer, by the checklist that the package has now. */
export const countsOfVisit = (dataset: Dataset, visit: Visit): AnswerCounts =>
  answerCounts(visit, checklistOf(dataset.rules, visit.target.kind), hintsOf(dataset))

export const outcomeOfVisit = (dataset: Dataset, visit: Visit): Outcome => outcomeOf(countsOfVisit(dataset, visit))

/** Words with how many items could not be checked behind them, where some could not. */
export const withUnseen = (t: TFunction<'texts'>, words: string, unseen: number): string =>
  unseen > 0 ? t('check.withUnseen', { words, count: unseen }) : words

/** What a visit came to in words; how many items could not be checked is said wherever the outcome alone would hide it. */
export function outcomeWords(t: TFunction<'texts'>, dataset: Dataset, visit: Visit): string {
  const counts = countsOfVisit(dataset, visit)
  const outcome = outcomeOf(counts)
  return withUnseen(t, t(`check.outcome.${outcome}`), outcome === 'not-seen' ? 0 : counts['not-seen'])
}

type Answers = Iterable<readonly [item: string, answer: Answer]>

/**
 * What a check came to: the items that do not meet what is asked by name, and how many have each other answer.
 * @param why an item does not apply or could not be checked; '' where nobody said.
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
      const reasons = [...new Set(items.map(why))].filter(Boolean).join(t('ui.comma'))
      return reasons === '' ? [line] : [t('lack.answered', { line, reasons })]
    }),
  ]
}

/** Why an item of a visit does not apply or could not be checked, as the record that stands says. */
export const reasonIn =
  ({ answers }: Pick<Visit, 'answers'>) =>
  (item: string) => {
    const said = answers.get(item)
    return said ? reasonOf(said.event.body, item) : ''
  }

/** Who went along, to be put behind who wrote; empty where nobody did. */
export const companionWords = (t: TFunction<'texts'>, companions: readonly string[] = []) =>
  companions.length === 0 ? '' : t('people.along', { names: companions.join(t('ui.comma')) })

/** Who is named to have gone along in the records that were written on the spot, and wrote none of them. */
export function companionsOf({ records, firsts }: Visit): readonly string[] {
  const began = records.map(({ id }) => firsts.get(id)!)
  const authors = new Set(began.map(({ author }) => author))
  return [...new Set(began.flatMap(({ body }) => body.companions ?? []))].filter((name) => !authors.has(name))
}

/** By when things are to be put right; where the days differ, from the earliest to the latest. '' where there is none. */
export function deadlineWords(t: TFunction<'texts'>, days: readonly string[]): string {
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return ''
  return first === last ? t('check.by', { day: first }) : t('check.byDays', { first, last })
}

/** Who wrote a record instead of another, and when. */
export const correctedLine = (t: TFunction<'texts'>, event: InspectionEvent) =>
  t('check.correctedAt', { at: localMinute(event.at), who: writerOf(event) })

/** One record in a line: when, by whom, what it says; `photos` and `voices` where it has those of what it corrects too. */
export function recordLine(
  t: TFunction<'texts'>,
  dataset: Dataset,
  event: InspectionEvent,
  language: string,
  photos = seenPhotos(event.body.photos).length,
  voices = event.body.voices?.length ?? 0,
): string {
  const { at, signature, body } = event
  return [
    `${localMinute(at)} ${writerOf(event)}${companionWords(t, body.companions)}`,
    ...(body.begunBy ? [t('people.begunBy', { name: body.begunBy })] : []),
    // Over plain HTTP a tablet has no key: nothing proves that it wrote this.
    ...(signature === '' ? [t('check.unsigned')] : []),
    ...answerLines(t, dataset, body.target.kind, Object.entries(body.answers), language, (item) =>
      reasonOf(body, item),
    ),
    ...(photos > 0 ? [t('check.photos', { count: photos })] : []),
    ...(voices > 0 ? [t('voice.count', { count: voices })] : []),
    ...(body.note ? [body.note] : []),
    deadlineWords(t, deadlinesIn(body)),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** Who made a visit: who wrote, or which tablet where nobody is named, and who went along. */
export const visitorsOf = (t: TFunction<'texts'>, visit: Visit) =>
  (visitWords(visit).authors.join(t('ui.comma')) || shortDevice(visit.device)) + companionWords(t, companionsOf(visit))

/** One visit in a line: when it began, by whom, what stands of it. */
export function visitLine(t: TFunction<'texts'>, dataset: Dataset, visit: Visit, language: string): string {
  const { note, deadlines } = visitWords(visit)
  const { at } = beganWith(visit)
  const { corrections } = onSpot(visit)
  const answers = [...visit.answers].map(([item, { answer }]) => [item, answer] as const)
  const { unanswered } = countsOfVisit(dataset, visit)
  return [
    `${localMinute(at)} ${visitorsOf(t, visit)}`,
    ...(visit.records.some(({ signature }) => signature === '') ? [t('check.unsigned')] : []),
    ...corrections.map((each) => correctedLine(t, each)),
    ...(corrections.length === 0 && isCorrected(visit) ? [t('check.corrected')] : []),
    ...answerLines(t, dataset, visit.target.kind, answers, language, reasonIn(visit)),
    ...(unanswered > 0 ? [t('check.notAnswered', { count: unanswered })] : []),
    ...(visit.photos.length > 0 ? [t('check.photos', { count: visit.photos.length })] : []),
    ...(visit.voices.length > 0 ? [t('voice.count', { count: visit.voices.length })] : []),
    ...(note ? [note] : []),
    deadlineWords(t, deadlines),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** A record in a type of a later version: when and by whom; what it says is not shown. */
export const laterLine = (t: TFunction<'texts'>, event: LaterEvent) =>
  [
    `${localMinute(event.at)} ${writerOf(event)}`,
    ...(event.signature === '' ? [t('check.unsigned')] : []),
    t('check.later'),
  ].join(' · ')

/** Who withdrew a record, when and why. */
export const withdrawalLine = (t: TFunction<'texts'>, event: WithdrawalEvent) =>
  t('check.withdrawn', { who: writerOf(event), at: localMinute(event.at), reason: event.body.reason })
