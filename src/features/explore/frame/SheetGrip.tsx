import { type PointerEvent, type RefObject, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './SheetGrip.module.css'

/** Stops of the sheet over the map, lowest first. */
export const STOPS = ['low', 'half', 'full'] as const
export type Stop = (typeof STOPS)[number]

/** CSS height of each stop; percentages are of the screen. */
export const STOP_HEIGHTS: Readonly<Record<Stop, string>> = { low: '72px', half: '45%', full: '90%' }

const pixelsOf = (stop: Stop, whole: number) => {
  const height = STOP_HEIGHTS[stop]
  return height.endsWith('%') ? (Number.parseFloat(height) / 100) * whole : Number.parseFloat(height)
}

/** A pointer that moved less than this counts as a press. */
const PRESS_PIXELS = 6

interface Props {
  /** The element whose `--sheet` property is the sheet's height. */
  readonly frame: RefObject<HTMLElement | null>
  readonly stop: Stop
  onStop(stop: Stop): void
}

/** The handle of the sheet: a press goes to the next stop, a drag to the nearest. */
export function SheetGrip({ frame, stop, onStop }: Props) {
  const { t } = useTranslation()
  const drag = useRef<{ readonly from: number; readonly height: number; moved: boolean } | null>(null)
  const next = STOPS[(STOPS.indexOf(stop) + 1) % STOPS.length]!

  const heightAt = (event: PointerEvent) => drag.current!.height + drag.current!.from - event.clientY

  function onPointerDown(event: PointerEvent<HTMLButtonElement>) {
    const whole = frame.current!.clientHeight
    drag.current = { from: event.clientY, height: pixelsOf(stop, whole), moved: false }
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  function onPointerMove(event: PointerEvent) {
    if (!drag.current) return
    drag.current.moved ||= Math.abs(event.clientY - drag.current.from) > PRESS_PIXELS
    if (drag.current.moved) frame.current!.style.setProperty('--sheet', `${Math.max(72, heightAt(event))}px`)
  }
  function onPointerUp(event: PointerEvent) {
    const { current } = drag
    if (!current?.moved) return
    const [whole, height] = [frame.current!.clientHeight, heightAt(event)]
    const apart = (each: Stop) => Math.abs(pixelsOf(each, whole) - height)
    const nearest = STOPS.reduce((best, each) => (apart(each) < apart(best) ? each : best))
    frame.current!.style.setProperty('--sheet', STOP_HEIGHTS[nearest])
    onStop(nearest)
  }
  return (
    <button
      type="button"
      className={classes.grip}
      aria-label={t('panel.stop')}
      title={t(`frame.stop.${next}`)}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => {
        drag.current = null
        frame.current!.style.setProperty('--sheet', STOP_HEIGHTS[stop])
      }}
      onClick={() => {
        const wasDragged = drag.current?.moved ?? false
        drag.current = null
        if (!wasDragged) onStop(next)
      }}
    />
  )
}
