import { useEffect, useMemo, useRef, useState } from 'react'
import { useCaseMonths } from '@/store/cases/use-case-months'
import { useChentu, useOpened, useReport } from '@/store/chentu'
import { agendaOf, countyOrder } from '@/store/meeting/agenda'
import { useWindows } from '@/store/steps/windows'
import { warningsKnownOn } from '@/store/warnings/warning-of-month'
import { type Race, useRace } from './race-state'
import { stepsOf } from './steps'
import { useCountingDay } from './use-counting-day'
import { useFocusedCounty } from './use-focused-county'
import { useCalledWarning } from './use-warning'
import { type WallMessage, type WallState, wallChannel, wallMessageOf } from './wall-message'
import { inTime } from './warning-facts'
import { hasOverApart } from './warning-over'

/** Controls the wall: scene, step, month, county, black screen. All windows of the same meeting stay in sync. */
export function useWall() {
  const { dataset } = useOpened()
  const report = useReport()
  const view = useChentu((state) => state.view)
  const setView = useChentu((state) => state.setView)
  const address = useChentu((state) => state.address)
  const county = useFocusedCounty()
  const { elsewhere, look } = useWindows()
  const [black, setBlack] = useState(false)
  const [at, setStep] = useState(0)
  const month = report?.month ?? ''
  const caseMonths = useCaseMonths()
  const agenda = useMemo(() => agendaOf(dataset, month, caseMonths), [dataset, month, caseMonths])
  const day = useCountingDay()
  const known = warningsKnownOn(dataset.warnings, month, day)
  const called = useCalledWarning(
    report,
    agenda.some((each) => each.scene === 'warnings'),
  )
  // Until responses are known, each has one step.
  const warnings = called && called !== 'none' ? inTime(called).map(hasOverApart) : known.map(() => false)
  const scene = Math.min(view.scene, agenda.length - 1)
  const stepsAt = (of: number) => stepsOf(agenda[of]!, report, county, warnings)
  const steps = stepsAt(scene)
  const step = Math.min(at, steps.length - 1)
  const channel = useRef<BroadcastChannel | null>(null)
  const now: WallState = { scene, step, month: view.month, county: view.county, black }
  const latest = useRef(now)
  latest.current = now

  useEffect(() => {
    const { speaker } = useChentu.getState().view
    const opened = new BroadcastChannel(wallChannel(address))
    const say = (message: WallMessage) => opened.postMessage(message)
    const sayRace = (race: Race) => say({ race })
    /** The race as last received from another window; it is not sent back. */
    let heard: Race | null = null
    const stop = useRace.subscribe((race) => race !== heard && sayRace(race))
    opened.onmessage = ({ data }: MessageEvent<unknown>) => {
      const message = wallMessageOf(data)
      if (!message) return
      if ('asks' in message) {
        say(latest.current)
        sayRace(useRace.getState())
        return
      }
      if ('race' in message) {
        heard = message.race
        useRace.setState(heard, true)
        return
      }
      const { scene, step, month, county, black } = message
      setView({ scene, month, county })
      setStep(step)
      setBlack(black)
    }
    channel.current = opened
    if (speaker) say({ asks: true })
    return () => {
      stop()
      opened.close()
    }
  }, [setView, address])

  // Load what another window saved, such as a new agenda, at once: both windows must number the same scenes.
  useEffect(() => {
    if (elsewhere !== null) void look()
  }, [elsewhere, look])

  function tell(change: Partial<WallState>) {
    const next: WallState = { ...now, black: false, ...change }
    setView({ scene: next.scene, month: next.month, county: next.county })
    setStep(next.step)
    setBlack(next.black)
    channel.current?.postMessage(next)
  }
  /** Ends the black screen without moving: the user would not see a change made while it is black. */
  const lighten = () => tell({})
  const goTo = (to: number, step = 0) => tell({ scene: Math.min(agenda.length - 1, Math.max(0, to)), step })
  const months = dataset.reports.map(({ month }) => month)
  const counties = countyOrder(dataset, report?.rows.map((row) => row.county) ?? [])
  const stepIn = <T>(all: readonly T[], now: T | null, by: number): T | undefined => all[all.indexOf(now as T) + by]
  const hasNext = step < steps.length - 1 || scene < agenda.length - 1
  const afterwards = step < steps.length - 1 ? { scene, step: step + 1 } : { scene: scene + 1, step: 0 }
  return {
    agenda,
    scene,
    black,
    /** The county in focus. */
    focused: county,
    /** The step of the scene that is shown. */
    step: steps[step]!,
    stepsAt,
    /** The step shown on entering a scene from the previous one (first) or from the next one (last). */
    firstStep: (of: number) => stepsAt(of)[0]!,
    lastStep: (of: number) => stepsAt(of).at(-1)!,
    isFirst: scene === 0 && step === 0,
    /** What comes next; null at the end. */
    next: hasNext ? { item: agenda[afterwards.scene]!, step: stepsAt(afterwards.scene)[afterwards.step]! } : null,
    goTo: (to: number) => goTo(to),
    /**
     * One step on: within the scene, then to the next one. While black, this and the following only end the black
     * screen.
     */
    forward: () => {
      if (black) lighten()
      else if (hasNext) goTo(afterwards.scene, afterwards.step)
    },
    back: () => {
      if (black) lighten()
      else if (step > 0) goTo(scene, step - 1)
      else if (scene > 0) goTo(scene - 1, stepsAt(scene - 1).length - 1)
    },
    darken: () => tell({ black: !black }),
    lighten,
    /** Whether the month this many places away exists. */
    hasMonth: (by: number) => stepIn(months, report?.month ?? null, by) !== undefined,
    /** Moves to another month, to the same agenda item, whose index may differ in that month's agenda. */
    month: (by: number) => {
      if (black) return lighten()
      const month = stepIn(months, report?.month ?? null, by)
      const found = month === undefined ? scene : agendaOf(dataset, month, caseMonths).indexOf(agenda[scene]!)
      tell({ month: month ?? view.month, scene: Math.max(0, found), step: 0 })
    },
    county: (by: number) => (black ? lighten() : tell({ county: stepIn(counties, county, by) ?? county })),
    /** Puts a county into focus. */
    speakOf: (county: string) => tell({ county }),
  }
}

export type Wall = ReturnType<typeof useWall>
