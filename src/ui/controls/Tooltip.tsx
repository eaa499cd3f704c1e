import {
  cloneElement,
  type FocusEvent,
  type PointerEvent,
  type ReactElement,
  Suspense,
  useEffect,
  useRef,
  useState,
} from 'react'
import { lazyPart } from '@/ui/lazy-part'

/** A tooltip that fails to load is omitted; its button still has its accessible name. */
const Bubble = lazyPart(() => import('@/ui/popups/Bubble').catch(() => ({ default: () => null })))

/** Delay before the tooltip appears on hover; on focus it appears at once. */
const REST_MS = 500

interface TriggerProps {
  onPointerEnter?(event: PointerEvent<HTMLElement>): void
  onPointerLeave?(event: PointerEvent<HTMLElement>): void
  onPointerDown?(event: PointerEvent<HTMLElement>): void
  onFocus?(event: FocusEvent<HTMLElement>): void
  onBlur?(event: FocusEvent<HTMLElement>): void
}

/**
 * A tooltip on hover or keyboard focus; a press or Escape hides it. Touch has no hover, so the child must have an
 * accessible name of its own.
 */
export function Tooltip({ text, children }: { readonly text: string; readonly children: ReactElement<TriggerProps> }) {
  const target = useRef<HTMLElement | null>(null)
  const timer = useRef(0)
  const [isShown, setShown] = useState(false)
  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    if (!isShown) return
    const onKeyDown = ({ key }: KeyboardEvent) => key === 'Escape' && setShown(false)
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [isShown])

  const hide = () => {
    clearTimeout(timer.current)
    setShown(false)
  }
  const { props } = children
  return (
    <>
      {cloneElement(children, {
        onPointerEnter(event) {
          props.onPointerEnter?.(event)
          target.current = event.currentTarget
          if (event.pointerType === 'mouse') timer.current = window.setTimeout(() => setShown(true), REST_MS)
        },
        onPointerLeave(event) {
          props.onPointerLeave?.(event)
          hide()
        },
        onPointerDown(event) {
          props.onPointerDown?.(event)
          hide()
        },
        onFocus(event) {
          props.onFocus?.(event)
          target.current = event.currentTarget
          if (event.currentTarget.matches(':focus-visible')) setShown(true)
        },
        onBlur(event) {
          props.onBlur?.(event)
          hide()
        },
      })}
      {isShown && text !== '' && (
        <Suspense>
          <Bubble triggerRef={target} text={text} />
        </Suspense>
      )}
    </>
  )
}
