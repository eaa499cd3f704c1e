import type { TFunction } from 'i18next'
import type { RecordedStep } from '@/ledger/cases'
import type { CaseView } from '@/store/cases/case-view'
import { durationText, effectText, findingText, momentText, stepText, stepWords } from '@/store/words/case-words'
import { DOT } from '@/ui/dot'

type Texts = TFunction<'texts'>

const YEAR = '2022-'.length

/** A moment of a story, ISO; `isShort` omits the year, for the wall. */
const timeOf = (when: string, isShort: boolean) => momentText(Date.parse(when)).slice(isShort ? YEAR : 0)

/** By how much a step missed its time limit, in words; '' if it did not. */
function lateText(t: Texts, { clocks, before }: CaseView, { event: { body } }: RecordedStep): string {
  const done = Date.parse(body.when)
  const missed = [...clocks, ...before].find(
    (clock) => clock.step === body.step && clock.done === done && clock.state === 'late',
  )
  return missed ? t('cases.scene.lateBy', { left: durationText(t, done - missed.due) }) : ''
}

const openingLine = (t: Texts, { opened }: CaseView, isShort: boolean): string =>
  [timeOf(opened!.observed, isShort), t('cases.stage.opened'), opened!.reason].join(' ')

/** A case as a story: what was noticed and each step, with its time and how late it was. */
export function storyLines(t: Texts, view: CaseView, isShort = false): readonly string[] {
  if (!view.opened) return []
  return [openingLine(t, view, isShort), ...view.record.standing.steps.map((step) => stepLine(t, view, step, isShort))]
}

function stepLine(t: Texts, view: CaseView, step: RecordedStep, isShort: boolean): string {
  const { body } = step.event
  const said = [timeOf(body.when, isShort), stepText(t, body.step) + lateText(t, view, step), stepWords(t, body)]
  return said.filter(Boolean).join(' ')
}

/** The steps that a story must not leave out: the last arrival and report, the last effect, and the closing. */
function keySteps({ record: { standing } }: CaseView) {
  const { steps, annulled, closing } = standing
  const last = (is: (step: RecordedStep) => boolean) => steps.findLast((step) => !annulled.includes(step) && is(step))
  return {
    arrived: last(({ step }) => step === 'arrived'),
    reported: last(({ step }) => step === 'reported'),
    assessed: last(({ event: { body } }) => body.effect !== undefined),
    closed: closing ?? undefined,
  }
}

/** A key step in a few words: without the notes that only a report needs. */
function keyText(t: Texts, view: CaseView, step: RecordedStep | undefined, isShort: boolean): string {
  if (!step) return ''
  const { body } = step.event
  const isEarlier = !view.record.standing.current.includes(step)
  return [
    timeOf(body.when, isShort),
    stepText(t, body.step) + lateText(t, view, step) + (isEarlier ? t('cases.scene.earlierTurn') : ''),
    [
      body.finding && findingText(t, body.finding),
      body.cause && t('cases.causeOf', { name: body.cause.name }),
      body.effect && t('cases.scene.effect', { effect: effectText(t, body.effect) }),
      body.step === 'reported' && body.note,
    ]
      .filter(Boolean)
      .join(DOT),
  ]
    .filter(Boolean)
    .join(' ')
}

/** The last step if it is no key step: it tells where the case stands now. That its place was put right does not. */
function lastStep(view: CaseView): RecordedStep | undefined {
  const last = view.record.standing.steps.findLast(({ step }) => step !== 'moved')
  return Object.values(keySteps(view)).includes(last) ? undefined : last
}

/** Whether a case was closed although nobody had been there in its last turn, as far as is recorded. */
const isUnvisited = ({ record: { standing } }: CaseView): boolean =>
  standing.closing !== null && !standing.current.some(({ step }) => step === 'arrived' || step === 'reported')

/**
 * A story by its key steps, where there is no room for all: what was noticed, arrival, report with the source, effect,
 * closing, each with its time and how late it was; and the last step, whatever it is.
 */
export function keyLines(t: Texts, view: CaseView, isShort = false): readonly string[] {
  if (!view.opened) return []
  const { arrived, reported, assessed, closed } = keySteps(view)
  const last = lastStep(view)
  return [
    openingLine(t, view, isShort),
    keyText(t, view, arrived, isShort),
    keyText(t, view, reported, isShort),
    isUnvisited(view) ? t('cases.scene.unvisited') : '',
    assessed === closed ? '' : keyText(t, view, assessed, isShort),
    keyText(t, view, closed, isShort),
    last ? stepLine(t, view, last, isShort) : '',
  ].filter(Boolean)
}

/**
 * So many lines of a story as have room on the wall, and whether some of it is left out. Key steps come before others;
 * if there is no room for a line of each, they share lines.
 */
export function wallLines(t: Texts, view: CaseView, most: number): { lines: readonly string[]; isShort: boolean } {
  const lines = storyLines(t, view, true)
  if (lines.length <= most) return { lines, isShort: false }
  const key = keyLines(t, view, true)
  const last = lastStep(view)
  if (key.length > most) {
    const { closed, assessed } = keySteps(view)
    // That nobody was there belongs to the closing.
    const ending = new Set([assessed, closed, last].filter(Boolean)).size + Number(isUnvisited(view))
    const ends = key.slice(key.length - ending)
    const between = key.slice(1, key.length - ends.length)
    const shared = [between, ends].filter((some) => some.length > 0).map((some) => some.join(t('ui.semicolon')))
    return { lines: [key[0]!, ...shared], isShort: true }
  }
  const { steps } = view.record.standing
  const wanted = new Set([
    0,
    ...[...Object.values(keySteps(view)), last].map((step) => (step ? steps.indexOf(step) + 1 : 0)),
  ])
  const others = lines.map((_, i) => i).filter((i) => !wanted.has(i))
  const room = most - wanted.size
  const added = new Set(room > 0 ? others.slice(-room) : [])
  return { lines: lines.filter((_, i) => wanted.has(i) || added.has(i)), isShort: true }
}

/** Which of a case's {@link storyLines} says what was found: the last report; -1 if there is none. */
export const findingLine = ({ record: { standing } }: Pick<CaseView, 'record'>): number =>
  standing.steps.findLastIndex(({ event: { body } }) => body.step === 'reported') + 1 || -1
