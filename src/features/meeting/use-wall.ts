import { useEffect, useMemo, useRef, useState } from 'react'
import { useCaseMonths } from '@/store/cases/use-case-months'
import { useChentu, useOpened, useReport } from '@/store/chentu'
import { agendaOf, countyOrder } from '@/store/meeting/agenda'
import { useWindows } from '@/store/steps/windows'
import { type Race, useRace } from './race-state'
import { stepsOf } from './steps'
import { useFocusedCounty } from './use-focused-county'
import { type Told, type WallMessage, wallChannel, wallMessageOf } from './wall-message'

/** Steers the wall: scene, step, month, county, black. A second window of the same meeting follows, whichever is steered. */
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
  const scene = Math.min(view.scene, agenda.length - 1)
  const stepsAt = (of: number) => stepsOf(agenda[of]!, report, county)
  const steps = stepsAt(scene)
  const step = Math.min(at, steps.length - 1)
  const channel = useRef<BroadcastChannel | null>(null)
  const now: Told = { scene, step, month: view.month, county: view.county, black }
  const latest = useRef(now)
  latest.current = now

  useEffect(() => {
    const { speaker } = useChentu.getState().view
    const opened = new BroadcastChannel(wallChannel(address))
    const say = (message: WallMessage) => opened.postMessage(message)
    const sayRace = (race: Race) => say({ race })
    /** The race as another window told it: it is not told back. */
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

  // What another window keeps, such as a new agenda, is taken over at once: both must count the same scenes.
  useEffect(() => {
    if (elsewhere !== null) void look()
  }, [elsewhere, look])

  function tell(change: Partial<Told>) {
    const next: Told = { ...now, black: false, ...change }
    setView({ scene: next.scene, month: next.month, county: next.county })
    setStep(next.step)
    setBlack(next.black)
    channel.current?.postMessage(next)
  }
  /** The wall as it is, without the black: what cannot be seen is not left behind. */
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
    /** The county that is spoken of. */
    focused: county,
    /** The step that is shown, of its scene's. */
    step: steps[step]!,
    stepsAt,
    /** The step with which a scene begins where it is come to from the one before it, and from the one after it. */
    firstStep: (of: number) => stepsAt(of)[0]!,
    lastStep: (of: number) => stepsAt(of).at(-1)!,
    isFirst: scene === 0 && step === 0,
    /** What comes after what is shown; null at the end. */
    next: hasNext ? { item: agenda[afterwards.scene]!, step: stepsAt(afterwards.scene)[afterwards.step]! } : null,
    goTo: (to: number) => goTo(to),
    /** One step on: within the scene, then to the next. Where the wall is black, this and what follows only make it seen again. */
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
    /** Whether there is a month so many after this one. */
    hasMonth: (by: number) => stepIn(months, report?.month ?? null, by) !== undefined,
    /** Another month, and the same item of the agenda, which may stand elsewhere in that of the other month. */
    month: (by: number) => {
      if (black) return lighten()
      const month = stepIn(months, report?.month ?? null, by)
      const found = month === undefined ? scene : agendaOf(dataset, month, caseMonths).indexOf(agenda[scene]!)
      tell({ month: month ?? view.month, scene: Math.max(0, found), step: 0 })
    },
    county: (by: number) => (black ? lighten() : tell({ county: stepIn(counties, county, by) ?? county })),
    /** Makes a county the one that is spoken of. */
    speakOf: (county: string) => tell({ county }),
  }
}

export type Wall = ReturnType<typeof useWall>
