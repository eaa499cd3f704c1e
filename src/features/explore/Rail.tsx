import {
  IconAlertTriangle,
  IconBook2,
  IconChartBar,
  IconClipboardCheck,
  IconFilter,
  IconLasso,
  IconLayoutDashboard,
  IconListDetails,
  IconRefreshAlert,
  IconStack2,
  IconStairsUp,
  IconTable,
  IconWind,
} from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useChentu } from '@/store/chentu'
import { useEdits } from '@/store/edits'
import type { Panel } from '@/store/view/view'
import { useToolbar } from '@/ui/use-toolbar'
import type { Sheet } from './frame/use-sheet'
import classes from './Rail.module.css'

type Name = Panel | 'table' | 'ranking' | 'list'

const ICONS: Record<Name, typeof IconStack2> = {
  layers: IconStack2,
  plan: IconBook2,
  board: IconLayoutDashboard,
  filters: IconFilter,
  area: IconLasso,
  upwind: IconWind,
  visits: IconClipboardCheck,
  warnings: IconAlertTriangle,
  grades: IconStairsUp,
  cases: IconRefreshAlert,
  table: IconTable,
  ranking: IconChartBar,
  list: IconListDetails,
}

/** Groups of buttons: to look at, to find out, to act on. */
const GROUPS = [
  ['see', ['layers', 'plan']],
  ['find', ['board', 'filters', 'area', 'upwind']],
  ['act', ['visits', 'warnings', 'grades', 'cases', 'table']],
] as const

/** In the sheet layout both halves of the right panel have their own button. */
const ON_SHEET = ['ranking', 'list'] as const

/**
 * The buttons that open a panel or the table, on the sheet or beside the map. One tab stop; arrow keys move between
 * buttons.
 */
export function Rail({ sheet }: { readonly sheet: Sheet | null }) {
  const { t } = useTranslation()
  const panel = useChentu((state) => state.view.panel)
  const table = useChentu((state) => state.view.table)
  const setView = useChentu((state) => state.setView)
  const waiting = useEdits((state) => state.waiting.length)
  const toolbar = useToolbar()
  const isOpen = (name: Name) =>
    sheet ? sheet.shown === (name === panel ? 'panel' : name) : name === 'table' ? table : panel === name
  const names: readonly Name[] = [...(sheet ? ON_SHEET : []), ...GROUPS.flatMap(([, names]) => names)]
  const open = names.find(isOpen)
  const stop = open ?? names[0]
  const bar = useRef<HTMLElement>(null)
  // On a narrow window the bar scrolls sideways, and a link or a map may have opened what is beside its edge.
  useEffect(() => {
    if (open)
      bar.current?.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [open])

  function press(name: Name) {
    // A tap on the list's button always opens the list; other open panels are closed by their button.
    if (sheet) sheet.open(isOpen(name) && name !== 'list' ? 'ranking' : name)
    else if (name === 'table') setView({ table: !table })
    else if (name !== 'ranking' && name !== 'list') setView({ panel: isOpen(name) ? null : name })
  }

  const button = (name: Name) => {
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
        {name === 'table' ? t('table.open') : name === 'list' ? t('layers.sources') : t(`panel.${name}`)}
        {name === 'table' && waiting > 0 && (
          <b className={classes.waiting} title={t('table.waiting', { count: waiting })}>
            <span aria-hidden="true">{waiting}</span>
            <span className="unseen">{t('table.waiting', { count: waiting })}</span>
          </b>
        )}
      </button>
    )
  }
  return (
    <nav ref={bar} className={classes.rail} aria-label={t('panel.label')}>
      <div {...toolbar} role="toolbar" aria-label={t('panel.label')} aria-orientation="vertical">
        {sheet && ON_SHEET.map(button)}
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
