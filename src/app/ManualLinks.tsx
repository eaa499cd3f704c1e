import { Suspense, useEffect } from 'react'
import { useChentu } from '@/store/chentu'
import { useManual } from '@/store/page/manual'
import { MANUAL } from '@/store/view/view'
import { lazyPart } from '@/ui/lazy-part'
import { ScreenPart } from '@/ui/ScreenPart'

const ManualBeside = lazyPart(() => import('@/features/manual/ManualBeside'))

/** The manual page that a plain click on a link requests; null if the browser is to follow the link itself. */
function askedPage(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0) return null
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return null
  const link = event.target instanceof Element ? event.target.closest('a[href^="#/help/"]') : null
  if (!link || link.getAttribute('target') === '_blank') return null
  return link.getAttribute('href')!.slice('#/help/'.length)
}

/** Opens every link to a manual page beside the screen; within the manual, such links turn its pages. */
export function ManualLinks() {
  const page = useManual((state) => state.page)
  useEffect(() => {
    const press = (event: MouseEvent) => {
      const asked = askedPage(event)
      if (asked === null) return
      event.preventDefault()
      const { view, setView } = useChentu.getState()
      if (view.mode === MANUAL) setView({ manual: asked })
      else useManual.getState().open(asked)
    }
    document.addEventListener('click', press)
    return () => document.removeEventListener('click', press)
  }, [])
  if (page === null) return null
  return (
    <ScreenPart>
      <Suspense fallback={null}>
        <ManualBeside page={page} />
      </Suspense>
    </ScreenPart>
  )
}
