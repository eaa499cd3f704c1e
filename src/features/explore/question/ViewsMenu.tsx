import { useTranslation } from 'react-i18next'
import { useSavedViews } from '@/store/device/saved-views'
import { useRequestedDialog } from '@/store/page/requested-dialog'
import { Menu } from '@/ui/controls/Menu'

/** The saved views, each opened by one press, and an entry to save the current one. */
export function ViewsMenu() {
  const { t } = useTranslation()
  const { names, dayOf, open } = useSavedViews()
  const ask = useRequestedDialog((state) => state.ask)
  const manage = { key: 'manage', label: t('views.manage'), onChoose: () => ask({ dialog: 'manage-views' }) }
  return (
    <Menu
      label={t('views.menu')}
      entries={[
        ...names.map((name) => ({
          key: `view ${name}`,
          label: name,
          note: dayOf(name),
          group: t('views.kept'),
          onChoose: () => open(name),
        })),
        { key: 'save', label: t('views.keepThis'), onChoose: () => ask({ dialog: 'save-view' }) },
        ...(names.length > 0 ? [manage] : []),
      ]}
    />
  )
}
