import { type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Drawer.module.css'

/** How much of the window's height the drawer takes at each stop: the map stays in sight above it. */
const STOPS = [0.3, 0.46, 0.8] as const
/** Up to here the map makes room; a higher drawer lies over it, so that the map need not be drawn anew. */
const MOST_ROOM = 0.46
/** In these Escape, or an arrow, is theirs. */
const OWN_KEYS = 'dialog, [role="dialog"], [role="listbox"], input, select, textarea'

interface Props {
  readonly label: string
  readonly children: ReactNode
  onClose(): void
}

/** The stop that is nearest to a share of the window's height. */
const nearestStop = (share: number) =>
  STOPS.reduce((best, stop, at) => (Math.abs(stop - share) < Math.abs(STOPS[best]! - share) ? at : best), 0)

/** A drawer that comes up over the map from below: its edge is dragged, or goes to the next stop by arrows or a press. */
export function Drawer({ label, children, onClose }: Props) {
  const { t } = useTranslation()
  const [stop, setStop] = useState(1)
  const [dragged, setDragged] = useState<number | null>(null)
  /** Where the press on the grip began. */
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
   * A press that moved nothing goes to the next stop, and from the last to the first. One that began elsewhere is none: a list
   * that goes away under the pointer lets it go over the grip.
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
    '--room': `${Math.min(STOPS[stop]!, MOST_ROOM) * 100}dvh`,
  } as CSSProperties
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it from anywhere within
    <div className={classes.room} style={style} onKeyDown={onKeyDown}>
      <section id="table" tabIndex={-1} className={classes.drawer} aria-label={label} data-dragged={dragged !== null}>
        {/* biome-ignore lint/a11y/useSemanticElements: a separator that moves is no line between texts */}
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
