import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { planRound, roundMetres } from '@/domain/field/round'
import type { RoundOrder } from '@/domain/field/round-order'
import { writeRoundOrder } from '@/io/field/round-order-file'
import { chainOf } from '@/ledger/chain'
import { safeName } from '@/ledger/file-name'
import { useCases } from '@/store/cases/use-cases'
import { useGiveCase } from '@/store/cases/use-give-case'
import { useOpened } from '@/store/chentu'
import { useRound } from '@/store/device/round'
import { useRoundOrders } from '@/store/device/round-orders'
import { today } from '@/store/device/today'
import { failureOf } from '@/store/page/failure'
import { useAttempt } from '@/store/page/use-attempt'
import { keyOf } from '@/store/view/view'
import { Button } from '@/ui/controls/Button'
import { ComboBox } from '@/ui/controls/ComboBox'
import { DatePicker } from '@/ui/controls/DatePicker'
import { Select } from '@/ui/controls/Select'
import { Dialog } from '@/ui/Dialog'
import form from '@/ui/form.module.css'
import { lazyPart } from '@/ui/lazy-part'
import { Refused } from '@/ui/Refused'
import { saveFile } from '@/ui/save-file'
import classes from './RoundDialog.module.css'
import { RoundStops } from './RoundStops'
import { UploadRounds } from './UploadRounds'
import { type Candidate, type RoundFrom, useCandidates } from './use-candidates'

const QrChain = lazyPart(() => import('@/ui/QrChain'))

/** As many as a team can visit in a day; more are given as another round. */
const MOST_STOPS = 40
const USUAL_STOPS = 12
/** A round's file has room for so many letters of a name. */
const MOST_NAME = 80

interface Props {
  readonly first: RoundFrom
  /** Id of the case that the round is given for. */
  readonly caseId?: string | undefined
  onClose(): void
}

/** Some sources in the order of a short way from the first of them. */
function inOrder(sources: readonly Candidate[]): readonly Candidate[] {
  const [first] = sources
  if (!first) return []
  const places = sources.map(({ position }) => position)
  return planRound(first.position, places).map((i) => sources[i]!)
}

/** Makes a named round for a team and a day of what the officer looks at, and gives it out: by file, by QR codes, by the office's folder. */
export function RoundDialog({ first, caseId, onClose }: Props) {
  const { t } = useTranslation()
  const { shown } = useOpened()
  const chosen = useRound((round) => round.stops.length)
  const { orders, add } = useRoundOrders()
  const [from, setFrom] = useState(first)
  const of = useCases()?.find(({ id }) => id === caseId) ?? null
  const [name, setName] = useState<string | null>(null)
  const giveCase = useGiveCase()
  const { running, problems: unwritten, attempt } = useAttempt()
  const [team, setTeam] = useState('')
  const [day, setDay] = useState(today)
  const [count, setCount] = useState(USUAL_STOPS)
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const [parts, setParts] = useState<readonly string[] | null>(null)
  const [said, setSaid] = useState('')
  const { candidates, unplaced, error } = useCandidates(from)

  const taken = (candidates ?? []).filter(({ source }) => !left.has(source))
  const stops = inOrder(taken.slice(0, from === 'chosen' ? MOST_STOPS : count))
  const places = stops.map(({ position }) => position)
  const metres = places[0] ? roundMetres(places[0], places, [...places.keys()]) : 0
  const called = name ?? of?.title ?? ''
  const isReady = called.trim() !== '' && day !== '' && (stops.length > 0 || of !== null) && !running
  const teams = [...new Set(orders.map((order) => order.team).filter(Boolean))]

  const orderOf = (): RoundOrder => ({
    name: called.trim(),
    team: team.trim(),
    day,
    stops: stops.map((source) => ({ ...keyOf(source), name: source.name.slice(0, MOST_NAME) })),
    from: 'desk',
  })
  /** The round with its case, from now on listed as given out; that the case was given is written down first. */
  async function make(): Promise<RoundOrder> {
    const order = of ? await giveCase(of, orderOf()) : orderOf()
    add(order)
    setSaid(t('orders.made', { name: order.name, count: order.stops.length }))
    return order
  }
  async function save() {
    const order = await make()
    const file = [t('orders.file'), order.day, order.team, order.name].filter(Boolean).map(safeName).join('-')
    saveFile(new Blob([writeRoundOrder(order)], { type: 'application/json' }), `${file}.json`)
  }

  const choices: readonly { readonly value: RoundFrom; readonly label: string }[] = [
    ...(typeof first === 'string' ? [] : [{ value: first, label: t('orders.from.table', { count: first.length }) }]),
    { value: 'shown', label: t('orders.from.shown', { count: shown.total }) },
    { value: 'chosen', label: t('orders.from.chosen', { count: chosen }) },
  ]
  return (
    <>
      <Dialog
        title={t('orders.title')}
        size="medium"
        closedBy="closerequest"
        onClose={onClose}
        actions={
          <>
            <Button weight="primary" disabled={!isReady} onClick={() => void attempt(save)}>
              {t('orders.save')}
            </Button>
            <Button
              disabled={!isReady}
              onClick={() =>
                void attempt(async () => setParts(chainOf(new TextEncoder().encode(writeRoundOrder(await make())))))
              }
            >
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
                max={MOST_STOPS}
                value={count}
                onChange={({ target }) => setCount(Math.max(1, Math.min(MOST_STOPS, Number(target.value) || 1)))}
              />
            </label>
          )}
          <label className={form.field}>
            <span>{t('orders.name')}</span>
            <input value={called} maxLength={40} onChange={({ target }) => setName(target.value)} />
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
        {of && stops.length === 0 && candidates && <p className="quiet">{t('cases.giveNone')}</p>}
        <RoundStops
          isNeeded={of === null}
          stops={candidates && stops}
          metres={metres}
          unplaced={unplaced}
          onDrop={({ source }) => setLeft(new Set([...left, source]))}
          onAll={left.size > 0 ? () => setLeft(new Set()) : null}
        />
        <UploadRounds
          disabled={!isReady}
          orders={async () => [of ? await giveCase(of, orderOf()) : orderOf()]}
          onGiven={(given) => given.forEach(add)}
          onSaid={setSaid}
        />
        <p role="status">{said}</p>
      </Dialog>
      <Suspense fallback={null}>
        {parts && (
          <QrChain parts={parts} title={t('orders.show')} help={t('orders.showHelp')} onClose={() => setParts(null)} />
        )}
      </Suspense>
    </>
  )
}
