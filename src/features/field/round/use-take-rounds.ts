import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { caseStops, goesWith, isForCases, isSameStop, joinedStops, type RoundOrder } from '@/domain/field/round-order'
import { readRoundOrders } from '@/io/field/round-order-file'
import { useGivenRounds } from '@/store/device/given-rounds'
import { isOrder, joinsRound, type Round, takesStopsOf, useRound } from '@/store/device/round'
import { today } from '@/store/device/today'
import { datasetWorker } from '@/workers/client'
import { beginRound, heldBefore, skippedToo } from './round-acts'

type Words = TFunction<'texts'>

/** So many names stand in a sentence. */
const MOST_NAMES = 5

/** What stops of a round the package does not have, in words; empty where it has all. */
async function missingWords(t: Words, stops: RoundOrder['stops']): Promise<string> {
  const found = await Promise.all(stops.map(({ kind, code, nth }) => datasetWorker().find(kind, code, nth)))
  const missing = stops.filter((_, i) => found[i] === null).map(({ code, name }) => name ?? code)
  if (missing.length === 0) return ''
  return t('given.missing', { count: missing.length, all: stops.length, names: namesText(t, missing) })
}

export function namesText(t: Words, names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join(t('ui.comma'))
  return names.length > MOST_NAMES ? t('given.andMore', { names: shown }) : shown
}

/** The cases that came with rounds, in words; empty where none did. */
function casesWords(t: Words, orders: readonly RoundOrder[]): string {
  const titles = orders.flatMap(({ cases = [] }) => cases.map(({ title }) => title))
  return titles.length === 0 ? '' : t('cases.field.came', { count: titles.length, names: namesText(t, titles) })
}

/** The round of this tablet as the desk gave it; as it stands here where that is not kept any more. */
const heldOrder = (round: Round, orders: readonly RoundOrder[]): RoundOrder =>
  orders.find((each) => isOrder(round, each)) ?? {
    ...{ name: round.name, team: round.team, day: round.since, stops: round.stops },
    from: 'desk',
  }

/** Goes by a round from now on, and with it by what other rounds of its day go to for cases. */
function goBy(order: RoundOrder) {
  const before = useRound.getState()
  const { team, orders } = useGivenRounds.getState()
  const { dropped: _, cases: __, done: ___, ...main } = order
  const gone = { ...main, stops: joinedStops(main, orders, team) }
  const told = heldBefore(gone)
  // What was gone to for a case by till now is gone on with in this one, with what was skipped of it.
  const goesOn = orders.find((each) => isOrder(before, each) && goesWith(each, main, team))
  const on = goesOn ? gone.stops.filter((stop) => caseStops(goesOn).some((each) => isSameStop(each, stop))) : []
  return beginRound({ ...gone, ...told, skipped: { ...told.skipped, ...skippedToo(before, on) } })
}

/** Puts what a round goes to for cases to the one that is gone by, and says what came of it. */
async function join(t: Words, order: RoundOrder): Promise<string> {
  const before = useRound.getState()
  const { team, orders, setTeam } = useGivenRounds.getState()
  // One that only joins another team's says nothing new.
  if (team === '' && order.team !== '' && before.team === '') setTeam(order.team)
  const begun = goBy(heldOrder(before, orders))
  const words = { name: order.name, round: before.name, count: useRound.getState().stops.length }
  return [
    t(`given.${isForCases(order) ? 'joined' : 'joinedCase'}${begun === 'same' ? 'Same' : ''}`, words),
    await missingWords(t, caseStops(order)),
    casesWords(t, [order]),
  ].join('')
}

/**
 * Begins a round of the desk here, and says what came of it. One of cases alone takes no round's place: they stand beside it. One
 * that is for cases joins the round of its day, and whichever of them is begun, all of that day go together.
 */
async function begin(t: Words, order: RoundOrder): Promise<string> {
  const { team, setTeam } = useGivenRounds.getState()
  if (order.stops.length === 0) return casesWords(t, [order])
  const before = useRound.getState()
  // Where nobody knows whose the tablet is, what is begun says it; unless it holds a team's round already.
  if (joinsRound(before, order, team || before.team || order.team)) return join(t, order)
  // The first round says which team goes with this tablet.
  if (team === '' && order.team !== '') setTeam(order.team)
  const begun = goBy(order)
  const isOthers = team !== '' && order.team !== '' && order.team !== team
  return [
    t(`given.${begun}`, { name: order.name, day: order.day, count: useRound.getState().stops.length }),
    isOthers ? t('given.otherTeam', { team: order.team, own: team }) : '',
    await missingWords(t, order.stops),
    casesWords(t, [order]),
  ].join('')
}

/**
 * Rounds that came unasked for: the one that is gone by is brought up to date, others wait. The only one for today is begun where
 * none was yet, and it is surely meant for this tablet.
 */
async function takeGiven(t: Words, orders: readonly RoundOrder[]): Promise<string> {
  const fresh = useGivenRounds.getState().take(orders)
  const said: string[] = []
  const waiting: RoundOrder[] = []
  const ofToday = fresh.filter(({ day }) => day === today())
  // What is begun says itself which cases came with it.
  const toSay: RoundOrder[] = []
  for (const order of fresh) {
    const round = useRound.getState()
    const isFirst = round.stops.length === 0 && round.did === null && ofToday.length === 1 && order === ofToday[0]
    const isMeant = order.team === '' || order.team === useGivenRounds.getState().team
    const { team } = useGivenRounds.getState()
    const isTaken = isOrder(round, order) || joinsRound(round, order, team)
    if (isTaken || (isFirst && isMeant)) said.push(await begin(t, order))
    else {
      // What an ordinary round goes to for a case is gone to with the one that is gone by; itself it waits as others do.
      if (takesStopsOf(round, order, team)) said.push(await join(t, order))
      else toSay.push(order)
      if (order.stops.length > 0) waiting.push(order)
    }
  }
  if (waiting.length > 0) {
    const names = waiting.map(({ name, day }) => t('given.named', { name, day }))
    said.push(t('given.wait', { count: waiting.length, names: namesText(t, names) }))
  }
  said.push(casesWords(t, toSay))
  return said.join('')
}

/** The ways in which rounds of the desk come to this tablet; each answers with what to say. */
export function useTakeRounds() {
  const { t } = useTranslation()
  return useMemo(
    () => ({
      /** A file or code that a person read in: a single round is begun. Null where it holds no rounds. */
      async byHand(text: string): Promise<string | null> {
        const orders = readRoundOrders(text)
        if (!orders) return null
        const [only] = orders
        if (!only || orders.length > 1) return (await takeGiven(t, orders)) || t('given.nothingNew')
        useGivenRounds.getState().take(orders)
        return begin(t, only)
      },
      /** Files of the office's folder or of the package's. Empty where nothing of them is new. */
      fromOffice: (texts: readonly string[]): Promise<string> =>
        takeGiven(
          t,
          texts.flatMap((text) => readRoundOrders(text) ?? []),
        ),
      begin: (order: RoundOrder): Promise<string> => begin(t, order),
    }),
    [t],
  )
}
