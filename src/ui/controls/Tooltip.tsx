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

/** Words that can't be had are left out; their button still has its name. */
const Bubble = lazyPart(() => import('@/ui/popups/Bubble').catch(() => ({ default: () => null })))

/** How long the pointer rests before the words come; the focus needs no rest. */
const REST_MS = 500

interface TriggerProps {
  onPointerEnter?(event: PointerEvent<HTMLElement>): void
  onPointerLeave?(event: PointerEvent<HTMLElement>): void
  onPointerDown?(event: PointerEvent<HTMLElement>): void
  onFocus?(event: FocusEvent<HTMLElement>): void
  onBlur?(event: FocusEvent<HTMLElement>): void
}

/**
 * Words beside what the pointer rests on or the keyboard comes to; a press or Escape takes them away. They are never the only
 * place of what they say: a finger does not rest, so the child has a name of its own.
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
