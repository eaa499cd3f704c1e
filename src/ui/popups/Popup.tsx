import { type ReactNode, Suspense } from 'react'
import { Part } from '@/ui/Part'

/** The place of a popup beside its control: nothing while its code comes, and a word where it can't be had. */
export function Popup({ children }: { readonly children: ReactNode }) {
  return (
    <Part>
      <Suspense>{children}</Suspense>
    </Part>
  )
}
