import { type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Drawer.module.css'

/** Heights of the drawer's stops, as shares of the window's height; part of the map stays visible. */
const STOPS = [0.3, 0.46, 0.8] as const
/**
 * Up to this share the map shrinks, as long as it stays usable; a higher drawer covers it, so that the map need not be
 * redrawn.
 */
const MAX_ROOM = 0.46
/** Elements that handle Escape or arrow keys themselves. */
const OWN_KEYS = 'dialog, [role="dialog"], [role="listbox"], input, select, textarea'

interface Props {
  readonly label: string
  readonly children: ReactNode
  onClose(): void
}

/** Index of the stop nearest to a share of the window's height. */
const nearestStop = (share: number) =>
  STOPS.reduce((best, stop, at) => (Math.abs(stop - share) < Math.abs(STOPS[best]! - share) ? at : best), 0)

/** A drawer over the bottom of the map: drag its edge, or use arrow keys or a press to go to the next stop. */
export function Drawer({ label, children, onClose }: Props) {
  const { t } = useTranslation()
  const [stop, setStop] = useState(1)
  const [dragged, setDragged] = useState<number | null>(null)
  /** Position where the press on the grip began; null if it did not begin there. */
  const from = useRef<number | null>(null)
  const share = dragged ?? STOPS[stop]!

  function onGripKey({ key }: KeyboardEvent) {
    const step = { ArrowUp: 1, ArrowDown: -1, Home: -STOPS.length, End: STOPS.length }[key]
    if (step !== undefined) setStop(Math.max(0, Math.min(STOPS.length - 1, stop + step)))
  }

  function onGripDown({ clientY, pointerId, currentTarget }: PointerEvent) {
    currentTarget.setPointerCapture(pointerId)
    from.current = clientY
  }

  function onGripMove({ clientY, pointerId, currentTarget }: PointerEvent) {
    if (from.current === null || !currentTarget.hasPointerCapture(pointerId)) return
    if (dragged === null && Math.abs(clientY - from.current) < 4) return
    setDragged(Math.max(0.15, Math.min(0.9, 1 - clientY / window.innerHeight)))
  }

  /**
   * A press without a drag goes to the next stop, from the last to the first. A press that began elsewhere is ignored:
   * when a list closes under the pointer, the pointer is released over the grip.
   */
  function onGripUp() {
    if (from.current === null) return
    from.current = null
    setStop(dragged === null ? (stop + 1) % STOPS.length : nearestStop(dragged))
    setDragged(null)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.defaultPrevented || (event.target as Element).closest(OWN_KEYS)) return
    event.preventDefault()
    onClose()
  }

  const style = {
    '--drawer': `${(share * 100).toFixed(1)}dvh`,
    '--room': `${Math.min(STOPS[stop]!, MAX_ROOM) * 100}dvh`,
  } as CSSProperties
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the drawer from any element inside
    <div className={classes.room} style={style} onKeyDown={onKeyDown}>
      <section
        id="table"
        tabIndex={-1}
        className={classes.drawer}
        aria-label={label}
        data-dragged={dragged !== null}
        data-fits={dragged === null && STOPS[stop]! <= MAX_ROOM}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: a movable separator, which `hr` is not */}
        <div
          className={classes.grip}
          role="separator"
          tabIndex={0}
          aria-orientation="horizontal"
          aria-label={t('table.height')}
          aria-valuemin={STOPS[0] * 100}
          aria-valuemax={STOPS[2] * 100}
          aria-valuenow={STOPS[stop]! * 100}
          aria-valuetext={t('table.stop', { stop: stop + 1 })}
          onKeyDown={onGripKey}
          onPointerDown={onGripDown}
          onPointerMove={onGripMove}
          onPointerUp={onGripUp}
          onPointerCancel={() => {
            from.current = null
            setDragged(null)
          }}
        />
        {children}
      </section>
    </div>
  )
}
