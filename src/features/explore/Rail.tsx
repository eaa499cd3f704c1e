import {
  IconBook2,
  IconChartBar,
  IconClipboardCheck,
  IconFileImport,
  IconFilter,
  IconLasso,
  IconLayoutDashboard,
  IconListDetails,
  IconStack2,
  IconStairsUp,
  IconTable,
  IconWind,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useChentu } from '@/store/chentu'
import { PANELS, type Panel } from '@/store/view/view'
import classes from './Explore.module.css'

const ICONS: Record<Panel, typeof IconStack2> = {
  layers: IconStack2,
  filters: IconFilter,
  board: IconLayoutDashboard,
  findings: IconListDetails,
  plan: IconBook2,
  grades: IconStairsUp,
  upwind: IconWind,
  area: IconLasso,
  visits: IconClipboardCheck,
}
/** The buttons that open a panel, the table, and the data screen. */
export function Rail() {
  const { t } = useTranslation()
  const view = useChentu((state) => state.view)
  const setView = useChentu((state) => state.setView)
  return (
    <nav className={classes.rail} aria-label={t('panel.label')}>
      {PANELS.map((panel) => {
        const Icon = ICONS[panel]
        return (
          <button
            key={panel}
            type="button"
            aria-pressed={view.panel === panel}
            onClick={() => setView({ panel: view.panel === panel ? null : panel })}
          >
            <Icon size={22} aria-hidden="true" />
            {t(`panel.${panel}`)}
          </button>
        )
      })}
      <button type="button" aria-pressed={view.table} onClick={() => setView({ table: !view.table })}>
        <IconTable size={22} aria-hidden="true" />
        {t('table.open')}
      </button>
      <button type="button" onClick={() => setView({ mode: 'data' })}>
        <IconFileImport size={22} aria-hidden="true" />
        {t('panel.import')}
      </button>
      <button
        type="button"
        className={classes.onSheet}
        aria-pressed={view.panel === null}
        onClick={() => setView({ panel: null })}
      >
        <IconChartBar size={22} aria-hidden="true" />
        {t('panel.ranking')}
      </button>
    </nav>
  )
}
