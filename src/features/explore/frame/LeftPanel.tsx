import { IconLayoutSidebarLeftCollapse } from '@tabler/icons-react'
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useChentu } from '@/store/chentu'
import type { Panel } from '@/store/view/view'
import { HelpLink, type ManualPage } from '@/ui/controls/HelpLink'
import { IconButton } from '@/ui/controls/IconButton'
import { ScreenPart } from '@/ui/ScreenPart'
import classes from './LeftPanel.module.css'

/** The manual page for each panel. */
const PANEL_PAGES: Readonly<Record<Panel, ManualPage>> = {
  layers: 'explore',
  plan: 'plan',
  board: 'explore',
  filters: 'explore',
  area: 'explore',
  upwind: 'explore',
  visits: 'visits',
  warnings: 'warnings',
  grades: 'explore',
  cases: 'cases',
}

/** Restores the scroll position of each panel. */
function useScrollMemory(panel: Panel) {
  const scroll = useRef<HTMLDivElement>(null)
  const kept = useRef(new Map<Panel, number>())
  const isBack = useRef(false)
  useEffect(() => {
    const back = () => {
      isBack.current = true
    }
    window.addEventListener('popstate', back)
    return () => window.removeEventListener('popstate', back)
  }, [])
  useLayoutEffect(() => {
    const { current } = scroll
    const wanted = isBack.current ? (kept.current.get(panel) ?? 0) : 0
    isBack.current = false
    if (!current) return
    current.scrollTop = wanted
    // The panel reaches its former height only when the worker's answers arrive.
    const grown = new ResizeObserver(() => {
      if (current.scrollTop < wanted) current.scrollTop = wanted
      if (current.scrollTop >= wanted) grown.disconnect()
    })
    for (const child of current.children) grown.observe(child)
    const keep = () => void kept.current.set(panel, current.scrollTop)
    current.addEventListener('scroll', keep, { passive: true })
    return () => {
      grown.disconnect()
      current.removeEventListener('scroll', keep)
    }
  }, [panel])
  return scroll
}

/** The frame of the open panel: fixed width; it starts at the top and, when reopened, at its last scroll position. */
export function LeftPanel({ panel, children }: { readonly panel: Panel; readonly children: ReactNode }) {
  const { t } = useTranslation()
  const setView = useChentu((state) => state.setView)
  const scroll = useScrollMemory(panel)
  // Until the worker answers, the numbers belong to the previous filters.
  const isOld = useChentu(({ opened, view }) => opened !== null && opened.filters !== view.filters)
  return (
    <section id="panel" className={classes.frame} tabIndex={-1} data-panel={panel} aria-label={t(`panel.${panel}`)}>
      <div ref={scroll} className={classes.scroll} data-old={isOld}>
        <div key={panel} className={classes.content}>
          <ScreenPart>{children}</ScreenPart>
        </div>
      </div>
      <div className={classes.fold}>
        <HelpLink page={PANEL_PAGES[panel]} />
        <IconButton label={t('frame.fold', { part: t(`panel.${panel}`) })} onClick={() => setView({ panel: null })}>
          <IconLayoutSidebarLeftCollapse size={18} aria-hidden="true" />
        </IconButton>
      </div>
    </section>
  )
}
