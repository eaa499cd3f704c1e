import { useTranslation } from 'react-i18next'
import classes from './Manual.module.css'
import { PAGE_NAMES } from './page-names'

/** Table of contents with the titles of all pages. */
export function Contents({ current }: { readonly current: string | undefined }) {
  const { t } = useTranslation()
  return (
    <nav aria-label={t('manual.contents')} className={classes.contents}>
      <ol>
        {PAGE_NAMES.map((name) => (
          <li key={name}>
            <a href={`#/help/${name}`} aria-current={name === current ? 'page' : undefined}>
              {t(`manual.pages.${name}`)}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
