import { useEffect, useRef, useState } from 'react'
import { useChentu, useOpened, useReport } from '@/store/chentu'
import { useWindows } from '@/store/steps/windows'
import { agendaOf, countyOrder } from './agenda'
import { stepsOf } from './steps'
import { useFocusedCounty } from './use-focused-county'

/** What the wall and the speaker's window tell each other. */
interface Told {
  readonly scene: number
  /** Number of the scene's step. */
  readonly step: number
  readonly month: string | null
  readonly county: string | null
  readonly black: boolean
}

/** A window that has just opened asks for what is told; a key is one that only the wall has a use for. */
type Message = Told | { readonly asks: true } | { readonly key: string }

/** Steers the wall: scene, step, month, county, black. A second window of the same meeting follows, whichever is steered. */
export function useWall() {
  const { dataset } = useOpened()
  const report = useReport()
  const view = useChentu((state) => state.view)
  const setView = useChentu((state) => state.setView)
  const county = useFocusedCounty()
  const { elsewhere, look } = useWindows()
  const [black, setBlack] = useState(false)
  const [at, setStep] = useState(0)
  const agenda = agendaOf(dataset, report?.month ?? '')
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
    const opened = new BroadcastChannel('chentu-meeting')
    const say = (message: Message) => opened.postMessage(message)
    opened.onmessage = ({ data }: MessageEvent<Message>) => {
      if ('asks' in data) return say(latest.current)
      if ('key' in data) {
        if (!speaker) window.dispatchEvent(new KeyboardEvent('keydown', { key: data.key, cancelable: true }))
        return
      }
      const { scene, step, month, county, black } = data
      setView({ scene, month, county })
      setStep(step)
      setBlack(black)
    }
    channel.current = opened
    if (speaker) say({ asks: true })
    return () => opened.close()
  }, [setView])

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
    /** The step that is shown, of its scene's. */
    step: steps[step]!,
    isFirst: scene === 0 && step === 0,
    /** What comes after what is shown; null at the end. */
    next: hasNext ? { item: agenda[afterwards.scene]!, step: stepsAt(afterwards.scene)[afterwards.step]! } : null,
    goTo: (to: number) => goTo(to),
    /** One step on: within the scene, then to the next. */
    forward: () => hasNext && goTo(afterwards.scene, afterwards.step),
    back: () => {
      if (step > 0) goTo(scene, step - 1)
      else if (scene > 0) goTo(scene - 1, stepsAt(scene - 1).length - 1)
    },
    darken: () => tell({ black: !black }),
    lighten: () => tell({}),
    month: (by: number) => tell({ month: stepIn(months, report?.month ?? null, by) ?? view.month, step: 0 }),
    county: (by: number) => tell({ county: stepIn(counties, county, by) ?? county }),
    /** Presses a key on the wall, for the speaker's window. */
    press: (key: string) => channel.current?.postMessage({ key } satisfies Message),
  }
}

export type Wall = ReturnType<typeof useWall>
