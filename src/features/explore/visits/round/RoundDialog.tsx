import { Suspense, useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { planRound, roundMetres } from '@/domain/field/round'
import { type RoundOrder, roundToJoin, withCasesOf } from '@/domain/field/round-order'
import type { Position } from '@/domain/geodesy/position'
import { StillNeeded } from '@/features/cases/StillNeeded'
import { fitForTablet, MAX_NAME, writeRoundOrder } from '@/io/field/round-order-file'
import { chainOf } from '@/ledger/chain'
import { safeName } from '@/ledger/file-name'
import { assignedCase, finishedCases, stopsForCase, stopsOfCurrentTurn } from '@/store/cases/assigned-case'
import { useCases } from '@/store/cases/use-cases'
import { useOpened } from '@/store/chentu'
import { useRound } from '@/store/device/round'
import { useRoundOrders } from '@/store/device/round-orders'
import { today } from '@/store/device/today'
import { useLedger } from '@/store/ledger'
import { failureOf } from '@/store/page/failure'
import { useAttempt } from '@/store/page/use-attempt'
import { holdUnsaved } from '@/store/steps/unsaved'
import { Button } from '@/ui/controls/Button'
import { ComboBox } from '@/ui/controls/ComboBox'
import { DatePicker } from '@/ui/controls/DatePicker'
import { Select } from '@/ui/controls/Select'
import { Dialog } from '@/ui/Dialog'
import form from '@/ui/form.module.css'
import { lazyPart } from '@/ui/lazy-part'
import { Refused } from '@/ui/Refused'
import { saveFile } from '@/ui/save-file'
import { UnsavedDialog } from '@/ui/UnsavedDialog'
import { AssignmentFields } from './AssignmentFields'
import { RoundChangeNotice } from './RoundChangeNotice'
import classes from './RoundDialog.module.css'
import { RoundStops } from './RoundStops'
import { UploadRounds } from './UploadRounds'
import { useAssignment } from './use-assignment'
import { type Candidate, type RoundFrom, useCandidates } from './use-candidates'
import { lineOf, useExistingRoundStops } from './use-existing-round-stops'

const QrChain = lazyPart(() => import('@/ui/QrChain'))

/** As many stops as a team can visit in a day; further ones go into another round. */
const MAX_STOPS = 40
const USUAL_STOPS = 12
/** Length limit of a round's name in the field; tablets accept twice as many characters. */
const LONGEST_NAME = 40

interface Props {
  readonly first: RoundFrom
  /** Id of the case that the round is given out for. */
  readonly caseId?: string | undefined
  onClose(): void
}

/** Sources in the order of a short route from a place, or from the first of them. */
function inOrder(sources: readonly Candidate[], from: Position | undefined): readonly Candidate[] {
  const [first] = sources
  if (!first) return []
  const places = sources.map(({ position }) => position)
  return planRound(from ?? first.position, places).map((i) => sources[i]!)
}

/**
 * Makes a named round for a team and a day from the sources shown, and gives it out: as a file, by QR codes, or through
 * the office's folder.
 */
export function RoundDialog({ first, caseId, onClose }: Props) {
  const { t } = useTranslation()
  const { shown } = useOpened()
  const chosen = useRound((round) => round.stops.length)
  const { orders, add } = useRoundOrders()
  const [from, setFrom] = useState(first)
  const of = useCases()?.find(({ id }) => id === caseId) ?? null
  const [name, setName] = useState<string | null>(null)
  const records = useLedger((state) => state.cases)
  const { running, problems: unwritten, attempt } = useAttempt()
  const [team, setTeam] = useState('')
  const [day, setDay] = useState(today)
  const [count, setCount] = useState(USUAL_STOPS)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [parts, setParts] = useState<readonly string[] | null>(null)
  const [said, setSaid] = useState('')
  const { candidates, unplaced, error } = useCandidates(from)

  const to = { team: team.trim().slice(0, MAX_NAME), day }
  const assignment = useAssignment(of, to)
  const needed = useId()
  const written = JSON.stringify([name, team, day, count, [...left], assignment.typed])
  const [used, setUsed] = useState(written)
  const [asking, setAsking] = useState(false)
  const isUnsaved = written !== used
  useEffect(() => (isUnsaved ? holdUnsaved('writing') : undefined), [isUnsaved])
  const before = of ? roundToJoin(of.id, to, orders) : undefined
  const kept = useExistingRoundStops(before)
  const held = (kept ?? []).filter(({ key }) => !left.has(key))
  const place = of?.opened?.position ?? null
  const isNew = (source: Candidate) => {
    const { key } = lineOf(source)
    return !left.has(key) && !held.some((each) => each.key === key)
  }
  const taken = (candidates ?? []).filter(isNew).slice(0, from === 'chosen' ? MAX_STOPS : count)
  const start = held.findLast(({ position }) => position !== null)?.position ?? place ?? undefined
  const added = inOrder(taken, start).map(lineOf)
  const stops = [...held, ...added]
  // Stops that belong to the case. Sources that are merely shown and were in the team's round before stay stops of that
  // round.
  const asked = from === first ? (candidates ?? []).map(lineOf) : added
  const places = [place, ...stops.map(({ position }) => position)].flatMap((each) => (each ? [each] : []))
  const metres = places[0] ? roundMetres(places[0], places, [...places.keys()]) : 0
  const called = before?.name ?? name ?? of?.title.slice(0, LONGEST_NAME) ?? ''
  const isKnown = candidates !== null && kept !== null
  const isSigned = assignment.missing.length + assignment.wrong.length === 0
  const isReady =
    called.trim() !== '' && day !== '' && (stops.length > 0 || of !== null) && !running && isKnown && isSigned
  const why = isSigned ? undefined : needed
  const teams = [...new Set(orders.map((order) => order.team).filter(Boolean))]

  /** The round with its case, as tablets accept it. @throws if tablets would not accept it */
  function orderOf(): RoundOrder {
    const done = finishedCases(records, orders, to.team)
    const listed = stops.map(({ stop }) => stop)
    const order: RoundOrder = {
      ...{ ...to, name: called.trim(), stops: of ? stopsOfCurrentTurn(of, listed) : listed },
      ...(of?.opened && {
        cases: [
          assignedCase(
            of,
            of.opened,
            to,
            stopsForCase(
              of.id,
              listed,
              asked.map(({ stop }) => stop),
              before,
            ),
          ),
        ],
      }),
      ...(done.length > 0 && { done }),
      from: 'desk',
    }
    // The file may be the first that a tablet gets for that day, so it includes the round's earlier cases.
    return fitForTablet(before ? withCasesOf(order, before) : order)
  }
  const madeText = ({ name: named, cases = [] }: RoundOrder) =>
    of
      ? t('orders.madeOfCases', { name: named, cases: cases.length, count: stops.length })
      : t('orders.made', { name: named, count: stops.length })
  /** Lists the round as given out, then records that its case was assigned. */
  async function wasGiven(order: RoundOrder) {
    add(order)
    await assignment.record(order)
    setUsed(written)
  }
  async function save() {
    const order = orderOf()
    const file = [t('orders.file'), order.day, order.team, order.name].filter(Boolean).map(safeName).join('-')
    saveFile(new Blob([writeRoundOrder(order)], { type: 'application/json' }), `${file}.json`)
    setSaid(madeText(order))
    await wasGiven(order)
  }
  async function show() {
    const order = orderOf()
    setParts(chainOf(new TextEncoder().encode(writeRoundOrder(order))))
    setSaid(madeText(order))
    await wasGiven(order)
  }

  const choices: readonly { readonly value: RoundFrom; readonly label: string }[] = [
    ...(typeof first === 'string'
      ? []
      : [
          {
            value: first,
            label: t(caseId === undefined ? 'orders.from.table' : 'orders.from.case', { count: first.length }),
          },
        ]),
    { value: 'shown', label: t('orders.from.shown', { count: shown.total }) },
    { value: 'chosen', label: t('orders.from.chosen', { count: chosen }) },
  ]
  return (
    <>
      <Dialog
        title={t('orders.title')}
        size="medium"
        closedBy="closerequest"
        onClose={() => (isUnsaved ? setAsking(true) : onClose())}
        actions={
          <>
            <Button weight="primary" disabled={!isReady} aria-describedby={why} onClick={() => void attempt(save)}>
              {t('orders.save')}
            </Button>
            <Button disabled={!isReady} aria-describedby={why} onClick={() => void attempt(show)}>
              {t('orders.show')}
            </Button>
          </>
        }
      >
        <Refused problems={[...unwritten, ...(error === null ? [] : [failureOf(error)])]} />
        <div className={classes.fields}>
          <Select
            label={t('orders.of')}
            labelled="above"
            value={String(choices.findIndex(({ value }) => value === from))}
            options={choices.map(({ label }, i) => ({ value: String(i), label }))}
            onChange={(i) => setFrom(choices[Number(i)]!.value)}
          />
          {from !== 'chosen' && (
            <label className={form.field}>
              <span>{t('orders.count')}</span>
              <input
                type="number"
                min={1}
                max={MAX_STOPS}
                value={count}
                onChange={({ target }) => setCount(Math.max(1, Math.min(MAX_STOPS, Number(target.value) || 1)))}
              />
            </label>
          )}
          <label className={form.field}>
            <span>{t('orders.name')}</span>
            <input
              value={called}
              maxLength={LONGEST_NAME}
              // A round that a case is added to keeps its name; another name would make it another round.
              readOnly={before !== undefined}
              onChange={({ target }) => setName(target.value)}
            />
          </label>
          <ComboBox
            label={t('orders.team')}
            value={team}
            placeholder={t('orders.allTeams')}
            options={teams.map((each) => ({ value: each, label: each }))}
            onChange={setTeam}
          />
          <DatePicker label={t('orders.day')} value={day} onChange={setDay} />
        </div>
        <AssignmentFields of={assignment} />
        <StillNeeded id={needed} missing={assignment.missing} wrong={assignment.wrong} />
        {of && <RoundChangeNotice of={of} before={before} added={added.length} />}
        {of && stops.length === 0 && isKnown && <p className="quiet">{t('cases.giveNone')}</p>}
        <RoundStops
          isNeeded={of === null}
          stops={isKnown ? stops : null}
          metres={metres}
          place={of && place ? { title: of.title, position: place } : null}
          unplaced={unplaced}
          onDrop={({ key }) => setLeft(new Set([...left, key]))}
          onAll={left.size > 0 ? () => setLeft(new Set()) : null}
        />
        <UploadRounds
          disabled={!isReady}
          orders={() => [orderOf()]}
          onGiven={async (given) => {
            for (const order of given) await wasGiven(order)
          }}
          onSaid={setSaid}
        />
        <p role="status">{said}</p>
      </Dialog>
      {asking && (
        <UnsavedDialog
          what={t('orders.title')}
          running={false}
          problems={[]}
          canSave={false}
          onSave={() => undefined}
          onLeave={onClose}
          onStay={() => setAsking(false)}
        />
      )}
      <Suspense fallback={null}>
        {parts && (
          <QrChain parts={parts} title={t('orders.show')} help={t('orders.showHelp')} onClose={() => setParts(null)} />
        )}
      </Suspense>
    </>
  )
}
