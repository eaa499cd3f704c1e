import { useTranslation } from 'react-i18next'
import { useRoleLabel } from '@/features/import/role-label'
import { useImports } from '@/store/imports'
import { Button } from '@/ui/controls/Button'
import type { ItemTable } from '@/workspace/import/item-view'
import classes from './ItemReview.module.css'

/** What prevents importing a table. A guessed table type is confirmed with a button, or changed below. */
export function Blockers({ id, table: { blockers, role } }: { readonly id: number; readonly table: ItemTable }) {
  const { t } = useTranslation()
  const change = useImports((state) => state.change)
  const roleLabel = useRoleLabel()
  if (blockers.length === 0) return null
  return (
    <ul className={classes.blockers} role="alert">
      {blockers.map((blocker) => (
        <li key={blocker}>
          {t(`data.blocker.${blocker}`)}{' '}
          {blocker === 'role' && (
            <Button onClick={() => void change(id, { role })}>
              {t('data.confirmRole', { role: roleLabel(role) })}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
