import { IconList, IconMap, IconRoute, IconUpload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { FIELD_TABS, type FieldTab } from '@/store/device/preferences'
import classes from './FieldTabs.module.css'

const ICONS = { round: IconRoute, near: IconList, map: IconMap, office: IconUpload } as const

interface Props {
  readonly tab: FieldTab
  /** Text shown after a tab's label, such as the round's progress. */
  readonly counts: Partial<Record<FieldTab, string>>
  onTab(tab: FieldTab): void
}

/** The field screen's tab bar, at the bottom within thumb's reach. */
export function FieldTabs({ tab, counts, onTab }: Props) {
  const { t } = useTranslation()
  return (
    <nav className={classes.tabs} aria-label={t('tablet.tabs')}>
      {FIELD_TABS.map((each) => {
        const Icon = ICONS[each]
        return (
          <button
            key={each}
            type="button"
            data-counts={counts[each] !== undefined}
            aria-current={tab === each ? 'page' : undefined}
            onClick={() => onTab(each)}
          >
            <Icon size={26} aria-hidden="true" />
            <span>{t(`tablet.tab.${each}`)}</span>
            {counts[each] && <span className={classes.count}> {counts[each]}</span>}
          </button>
        )
      })}
    </nav>
  )
}
