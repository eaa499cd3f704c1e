import { type ReactNode, Suspense } from 'react'
import { ScreenPart } from '@/ui/ScreenPart'

/** Wrapper of a popup beside its control: renders nothing while the code loads, and a message if that fails. */
export function Popup({ children }: { readonly children: ReactNode }) {
  return (
    <ScreenPart>
      <Suspense>{children}</Suspense>
    </ScreenPart>
  )
}
