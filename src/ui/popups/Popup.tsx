import { type ReactNode, Suspense } from 'react'
import { Part } from '@/ui/Part'

/** Wrapper of a popup beside its control: renders nothing while the code loads, and a message if that fails. */
export function Popup({ children }: { readonly children: ReactNode }) {
  return (
    <Part>
      <Suspense>{children}</Suspense>
    </Part>
  )
}
