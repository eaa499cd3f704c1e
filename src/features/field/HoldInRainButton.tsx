import type { ButtonProps } from '@/ui/controls/Button'
import { HoldButton } from '@/ui/controls/HoldButton'
import { useHold } from './use-hold'

interface Props extends Omit<ButtonProps, 'onClick' | 'onPointerDown' | 'onPointerUp' | 'onKeyDown' | 'onKeyUp'> {
  onPress(): void
}

/**
 * A button that saves, deletes or discards. In rain mode it must be held, so that raindrops and sleeves trigger
 * nothing.
 */
export function HoldInRainButton(props: Props) {
  const hint = useHold()
  return <HoldButton {...props} hold={hint !== undefined} hint={hint ?? ''} />
}
