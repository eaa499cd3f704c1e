import { useEffect, useRef, useState } from 'react'
import { useChentu, useOpened, useReport } from '@/store/chentu'
import { agendaOf, countyOrder } from './agenda'
import { useFocusedCounty } from './use-focused-county'

/** What the wall and the speaker's window tell each other. */
interface Told {
  readonly scene: number
  readonly month: string | null
  readonly county: string | null
  readonly black: boolean
}

/** Steers the wall: scene, month, county, black. A second window of the same meeting follows, whichever is steered. */
export function useWall() {
  const { dataset } = useOpened()
  const report = useReport()
  const view = useChentu((state) => state.view)
  const setView = useChentu((state) => state.setView)
  const county = useFocusedCounty()
  const [black, setBlack] = useState(false)
  const agenda = agendaOf(dataset, report?.month ?? '')
  const scene = Math.min(view.scene, agenda.length - 1)
  const channel = useRef<BroadcastChannel | null>(null)

  useEffect(() => {
    const opened = new BroadcastChannel('chentu-meeting')
    opened.onmessage = ({ data }: MessageEvent<Told>) => {
      const { scene, month, county, black } = data
      setView({ scene, month, county })
      setBlack(black)
    }
    channel.current = opened
    return () => opened.close()
  }, [setView])

  function tell(change: Partial<Told>) {
    const next: Told = { scene, month: view.month, county: view.county, black: false, ...change }
    setView({ scene: next.scene, month: next.month, county: next.county })
    setBlack(next.black)
    channel.current?.postMessage(next)
  }
  const months = dataset.reports.map(({ month }) => month)
  const counties = countyOrder(dataset, report?.rows.map((row) => row.county) ?? [])
  const stepIn = <T>(all: readonly T[], now: T | null, by: number): T | undefined => all[all.indexOf(now as T) + by]
  return {
    agenda,
    scene,
    black,
    goTo: (to: number) => tell({ scene: Math.min(agenda.length - 1, Math.max(0, to)) }),
    darken: () => tell({ black: !black }),
    month: (by: number) => tell({ month: stepIn(months, report?.month ?? null, by) ?? view.month }),
    county: (by: number) => tell({ county: stepIn(counties, county, by) ?? county }),
  }
}
