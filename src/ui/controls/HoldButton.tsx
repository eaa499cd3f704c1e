import { useEffect, useRef, useState } from 'react'
import { Button, type ButtonProps } from './Button'
import classes from './hold-button.module.css'

/** Minimum hold of a deliberate press in milliseconds; raindrops and sleeves touch for less. */
export const HOLD_MS = 600
/** A contact larger than this, in pixels, is a palm or a wet sleeve. */
const FINGER_PIXELS = 60

interface Props extends Omit<ButtonProps, 'onClick' | 'onPointerDown' | 'onPointerUp' | 'onKeyDown' | 'onKeyUp'> {
  /** Whether it must be held; otherwise a press suffices. */
  readonly hold: boolean
  /** Shown if it was released too early. */
  readonly hint: string
  onPress(): void
}

/** A button that, if `hold` is set, acts only after being held by finger or key; it fills meanwhile. */
export function HoldButton({ hold, hint, onPress, className, children, disabled, ...rest }: Props) {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const [isHeld, setHeld] = useState(false)
  const [isEarly, setEarly] = useState(false)
  const stop = useRef(() => end(true))
  stop.current = () => end(true)
  const latest = useRef(onPress)
  latest.current = onPress
  useEffect(() => () => void (timer.current !== null && clearTimeout(timer.current)), [])

  // A touch with several fingers is not deliberate, wherever the others are.
  useEffect(() => {
    if (!isHeld) return
    const more = ({ isPrimary }: PointerEvent) => !isPrimary && stop.current()
    window.addEventListener('pointerdown', more, true)
    return () => window.removeEventListener('pointerdown', more, true)
  }, [isHeld])

  function begin() {
    if (disabled || timer.current !== null) return
    setHeld(true)
    setEarly(false)
    timer.current = setTimeout(() => {
      timer.current = null
      setHeld(false)
      latest.current()
    }, HOLD_MS)
  }
  function end(isEarly: boolean) {
    if (timer.current === null) return
    clearTimeout(timer.current)
    timer.current = null
    setHeld(false)
    setEarly(isEarly)
  }

  if (!hold) {
    return (
      <Button {...rest} className={className} disabled={disabled} onClick={onPress}>
        {children}
      </Button>
    )
  }
  const isFinger = ({ isPrimary, button, width, height }: React.PointerEvent) =>
    isPrimary && button <= 0 && Math.max(width || 0, height || 0) <= FINGER_PIXELS
  const isKey = ({ key }: React.KeyboardEvent) => key === 'Enter' || key === ' '
  return (
    <Button
      {...rest}
      disabled={disabled}
      className={className ? `${classes.hold} ${className}` : classes.hold}
      data-held={isHeld}
      onPointerDown={(event) => (isFinger(event) ? begin() : end(true))}
      // A finger laid flat grows into a palm.
      onPointerMove={(event) => !isFinger(event) && end(true)}
      onPointerUp={() => end(true)}
      onPointerLeave={() => end(true)}
      onPointerCancel={() => end(false)}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => isKey(event) && !event.repeat && begin()}
      onKeyUp={(event) => isKey(event) && end(true)}
      onBlur={() => end(false)}
    >
      {children}
      <span role="status" className={classes.hint}>
        {isEarly ? hint : ''}
      </span>
    </Button>
  )
}
