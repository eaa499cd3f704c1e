import { useTranslation } from 'react-i18next'
import { useRoleLabel } from '@/features/import/role-label'
import { useImports } from '@/store/imports'
import { Button } from '@/ui/controls/Button'
import type { ItemTable } from '@/workspace/import/item-view'
import { doubtedValues } from './doubted-values'
import classes from './ItemReview.module.css'

/** What prevents importing a table. A guessed table type is confirmed with a button, or changed below. */
export function Blockers({ id, table }: { readonly id: number; readonly table: ItemTable }) {
  const { t } = useTranslation()
  const change = useImports((state) => state.change)
  const roleLabel = useRoleLabel()
  const { blockers, role, doubt, kindOfCodes } = table
  if (blockers.length === 0) return null
  return (
    <ul className={classes.blockers} role="alert">
      {blockers.map((blocker) => (
        <li key={blocker}>
          {blocker === 'clash' && table.clash
            ? t(table.clash.isImported ? 'data.clash.imported' : 'data.clash.rows', {
                file: table.clash.file,
                count: table.clash.count,
              })
            : blocker === 'role' && kindOfCodes
              ? t('data.codesOfOthers', { kind: roleLabel(kindOfCodes) })
              : t(`data.blocker.${blocker}`, {
                  count: doubt?.count ?? 0,
                  values: blocker === 'large' && doubt ? doubtedValues(t, doubt) : '',
                })}{' '}
          {blocker === 'role' && (
            <Button onClick={() => void change(id, { role })}>
              {t('data.confirmRole', { role: roleLabel(role) })}
            </Button>
          )}
          {blocker === doubt?.blocker && (
            <Button onClick={() => void change(id, { confirmed: { [doubt.blocker]: doubt.count } })}>
              {t(`data.confirm.${doubt.blocker}`)}
            </Button>
          )}
          {blocker === 'clash' && (
            <Button onClick={() => void change(id, { overrules: true })}>{t('data.clash.overrule')}</Button>
          )}
        </li>
      ))}
    </ul>
  )
}
