import { regainFocus } from '@/ui/use-focus-kept'

/** Moves the focus from a button of the wall to the screen, so that the bar hides and keys reach the scene. */
export function leaveBar(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  regainFocus(null)
}
