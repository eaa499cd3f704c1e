import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { MissingColumn } from '@/workspace/import/missing-columns'
import classes from './ItemReview.module.css'

/** Columns that requirements check but the file lacks: shown before the import rather than noticed on the map. */
export function MissingColumns({ missing }: { readonly missing: readonly MissingColumn[] }) {
  const { t, i18n } = useTranslation()
  if (missing.length === 0) return null
  return (
    <section aria-label={t('data.missingColumns')} className={classes.missing}>
      <p>{t('data.missingColumnsHelp', { status: t('status.unknown') })}</p>
      <ul>
        {missing.map(({ heading, seen, rules }) => (
          <li key={heading}>
            <b>{heading}</b>{' '}
            {rules
              .map(({ clause, title }) => `${t('plan.clause', { number: clause })} ${inLanguage(title, i18n.language)}`)
              .join(t('ui.semicolon'))}
            {seen !== null && <small>{t('data.missingColumnsSeen', { heading: seen })}</small>}
          </li>
        ))}
      </ul>
    </section>
  )
}
