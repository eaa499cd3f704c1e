import {
  IconBook2,
  IconChartBar,
  IconClipboardCheck,
  IconFilter,
  IconLasso,
  IconLayoutDashboard,
  IconStack2,
  IconStairsUp,
  IconTable,
  IconWind,
} from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useChentu } from '@/store/chentu'
import { useEdits } from '@/store/edits'
import type { Panel } from '@/store/view/view'
import classes from './Rail.module.css'

const ICONS: Record<Panel | 'table' | 'ranking', typeof IconStack2> = {
  layers: IconStack2,
  plan: IconBook2,
  board: IconLayoutDashboard,
  filters: IconFilter,
  area: IconLasso,
  upwind: IconWind,
  visits: IconClipboardCheck,
  grades: IconStairsUp,
  table: IconTable,
  ranking: IconChartBar,
}

/** To look at, to find out, to act on. */
const GROUPS = [
  ['see', ['layers', 'plan']],
  ['find', ['board', 'filters', 'area', 'upwind']],
  ['act', ['visits', 'grades', 'table']],
] as const

interface Props {
  /** On a sheet the ranking has a button too: it shares the sheet with the panels. */
  readonly onSheet: boolean
  /** What lies on the sheet. */
  readonly front: 'panel' | 'side'
  onFront(front: 'panel' | 'side'): void
}

/** The buttons that open a panel or the table. One stop for Tab; arrows go from button to button. */
export function Rail({ onSheet, front, onFront }: Props) {
  const { t } = useTranslation()
  const view = useChentu((state) => state.view)
  const setView = useChentu((state) => state.setView)
  const waiting = useEdits((state) => state.waiting.length)
  const rail = useRef<HTMLDivElement>(null)
  const showsPanel = !onSheet || front === 'panel'
  const isOpen = (name: Panel | 'table' | 'ranking') =>
    name === 'table' ? view.table : name === 'ranking' ? !showsPanel : showsPanel && view.panel === name
  const names = [...(onSheet ? (['ranking'] as const) : []), ...GROUPS.flatMap(([, names]) => names)]
  const stop = names.find(isOpen) ?? names[0]

  function press(name: Panel | 'table' | 'ranking') {
    if (name === 'table') return setView({ table: !view.table })
    if (name === 'ranking') return onFront('side')
    onFront(onSheet && isOpen(name) ? 'side' : 'panel')
    if (onSheet) setView({ panel: name })
    else setView({ panel: isOpen(name) ? null : name })
  }

  function step(event: React.KeyboardEvent) {
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key]
    const buttons = [...rail.current!.querySelectorAll('button')]
    const at = buttons.indexOf(event.target as HTMLButtonElement)
    const to =
      event.key === 'Home' ? 0 : event.key === 'End' ? buttons.length - 1 : by === undefined || at < 0 ? null : at + by
    if (to === null) return
    event.preventDefault()
    buttons[(to + buttons.length) % buttons.length]!.focus()
  }

  const button = (name: Panel | 'table' | 'ranking') => {
    const Icon = ICONS[name]
    return (
      <button
        key={name}
        type="button"
        aria-pressed={isOpen(name)}
        tabIndex={name === stop ? 0 : -1}
        onClick={() => press(name)}
      >
        <Icon size={20} aria-hidden="true" />
        {name === 'table' ? t('table.open') : t(`panel.${name}`)}
        {name === 'table' && waiting > 0 && (
          <b className={classes.waiting} title={t('table.waiting', { count: waiting })}>
            <span aria-hidden="true">{waiting}</span>
            <span className={classes.unseen}>{t('table.waiting', { count: waiting })}</span>
          </b>
        )}
      </button>
    )
  }
  return (
    <nav className={classes.rail} aria-label={t('panel.label')}>
      <div ref={rail} role="toolbar" aria-label={t('panel.label')} aria-orientation="vertical" onKeyDown={step}>
        {onSheet && button('ranking')}
        {GROUPS.map(([group, names]) => (
          <fieldset key={group} className="plain" aria-label={t(`frame.group.${group}`)}>
            <span aria-hidden="true">{t(`frame.group.${group}`)}</span>
            {names.map(button)}
          </fieldset>
        ))}
      </div>
    </nav>
  )
}
