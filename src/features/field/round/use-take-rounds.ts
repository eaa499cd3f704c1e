import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import {
  caseStops,
  isCaseRound,
  isSameStop,
  joinedStops,
  joinsHeldRound,
  type RoundOrder,
} from '@/domain/field/round-order'
import { readRoundOrders } from '@/io/field/round-order-file'
import { useReceivedRounds } from '@/store/device/received-rounds'
import { isDeskRound, mergesCaseStopsOf, mergesWholeRound, type Round, useRound } from '@/store/device/round'
import { today } from '@/store/device/today'
import { datasetWorker } from '@/workers/client'
import { beginRound, previousProgress, stillSkipped } from './round-acts'

type Words = TFunction<'texts'>

/** Most names listed in a sentence. */
const MAX_NAMES = 5

/** A sentence on the stops that the package lacks; '' if it has all. */
async function missingWords(t: Words, stops: RoundOrder['stops']): Promise<string> {
  const found = await Promise.all(stops.map(({ kind, code, nth }) => datasetWorker().findSource(kind, code, nth)))
  const missing = stops.filter((_, i) => found[i] === null).map(({ code, name }) => name ?? code)
  if (missing.length === 0) return ''
  return t('given.missing', { count: missing.length, all: stops.length, names: namesText(t, missing) })
}

export function namesText(t: Words, names: readonly string[]): string {
  const shown = names.slice(0, MAX_NAMES).join(t('ui.comma'))
  return names.length > MAX_NAMES ? t('given.andMore', { names: shown }) : shown
}

/** A sentence on the cases that came with rounds; '' if there are none. */
function casesWords(t: Words, orders: readonly RoundOrder[]): string {
  const titles = orders.flatMap(({ cases = [] }) => cases.map(({ title }) => title))
  return titles.length === 0 ? '' : t('cases.field.came', { count: titles.length, names: namesText(t, titles) })
}

/** This tablet's round as the desk gave it; if that is no longer stored, as it is here. */
const heldOrder = (round: Round, orders: readonly RoundOrder[]): RoundOrder =>
  orders.find((each) => isDeskRound(round, each)) ?? {
    ...{ name: round.name, team: round.team, day: round.since, stops: round.stops },
    from: 'desk',
  }

/** Makes this the current round, joined with the case stops of other rounds for its day. */
function goBy(order: RoundOrder) {
  const before = useRound.getState()
  const { team, orders } = useReceivedRounds.getState()
  const { dropped: _, cases: __, done: ___, ...main } = order
  const gone = { ...main, stops: joinedStops(main, orders, team) }
  const told = previousProgress(gone)
  // Case stops of the previous round are carried on in this one, with their skip reasons.
  const goesOn = orders.find((each) => isDeskRound(before, each) && joinsHeldRound(each, main, team))
  const on = goesOn ? gone.stops.filter((stop) => caseStops(goesOn).some((each) => isSameStop(each, stop))) : []
  return beginRound({ ...gone, ...told, skipped: { ...told.skipped, ...stillSkipped(before, on) } })
}

/** Adds a round's case stops to the current round; returns the outcome in words. */
async function join(t: Words, order: RoundOrder): Promise<string> {
  const before = useRound.getState()
  const { team, orders, setTeam } = useReceivedRounds.getState()
  // If the current round already has a team, a joining order does not determine the tablet's team.
  if (team === '' && order.team !== '' && before.team === '') setTeam(order.team)
  const begun = goBy(heldOrder(before, orders))
  const words = { name: order.name, round: before.name, count: useRound.getState().stops.length }
  return [
    t(`given.${isCaseRound(order) ? 'joined' : 'joinedCase'}${begun === 'same' ? 'Same' : ''}`, words),
    await missingWords(t, caseStops(order)),
    casesWords(t, [order]),
  ].join('')
}

/**
 * Begins a round from the desk and returns the outcome in words. One that only brings cases without stops replaces no
 * round. One for cases is joined with its day's round: whichever is begun first, all of that day are combined.
 */
async function begin(t: Words, order: RoundOrder): Promise<string> {
  const { team, setTeam } = useReceivedRounds.getState()
  if (order.stops.length === 0) return casesWords(t, [order])
  const before = useRound.getState()
  // Without a known team, use that of the current round, else that of the new one.
  if (mergesWholeRound(before, order, team || before.team || order.team)) return join(t, order)
  // The first round determines the tablet's team.
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
 * Takes rounds that arrived without the user's action. The current round is updated, others wait. If there was no round
 * yet, the only round for today is begun, provided it is surely meant for this tablet.
 */
async function takeGiven(t: Words, orders: readonly RoundOrder[]): Promise<string> {
  const fresh = useReceivedRounds.getState().take(orders)
  const said: string[] = []
  const waiting: RoundOrder[] = []
  const ofToday = fresh.filter(({ day }) => day === today())
  // Rounds whose cases still have to be announced; `begin` announces those of the rounds it begins.
  const toSay: RoundOrder[] = []
  for (const order of fresh) {
    const round = useRound.getState()
    const isFirst = round.stops.length === 0 && round.did === null && ofToday.length === 1 && order === ofToday[0]
    const isMeant = order.team === '' || order.team === useReceivedRounds.getState().team
    const { team } = useReceivedRounds.getState()
    const isTaken = isDeskRound(round, order) || mergesWholeRound(round, order, team)
    if (isTaken || (isFirst && isMeant)) said.push(await begin(t, order))
    else {
      // The case stops of an ordinary round join the current round; the round itself waits like others.
      if (mergesCaseStopsOf(round, order, team)) said.push(await join(t, order))
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

/** The ways in which rounds from the desk reach this tablet; each resolves to a message. */
export function useTakeRounds() {
  const { t } = useTranslation()
  return useMemo(
    () => ({
      /** A file or code read by the user: a single round is begun. Null if it contains no rounds. */
      async byHand(text: string): Promise<string | null> {
        const orders = readRoundOrders(text)
        if (!orders) return null
        const [only] = orders
        if (!only || orders.length > 1) return (await takeGiven(t, orders)) || t('given.nothingNew')
        useReceivedRounds.getState().take(orders)
        return begin(t, only)
      },
      /** Files of the office's folder or the package's. '' if they contain nothing new. */
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
