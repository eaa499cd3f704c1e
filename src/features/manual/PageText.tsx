import { createElement, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Manual.module.css'
import { Markdown, Marked } from './Markdown'
import { PAGE_NAMES } from './page-names'
import type { Page } from './read-page'

interface Props {
  readonly page: Page
  /** Search words to mark. */
  readonly query: string
  /** Index of the section to scroll to. */
  readonly section: number
}

/** A page with its headings, and links to the previous and the next page. */
export function PageText({ page, query, section }: Props) {
  const { t } = useTranslation()
  const article = useRef<HTMLElement>(null)
  useEffect(() => {
    // For the first section, scroll to what is above the page: search and contents.
    const shown = section === 0 ? article.current?.parentElement?.parentElement : null
    const wanted = shown ?? article.current?.querySelectorAll('section')[section]
    wanted?.scrollIntoView({ block: 'start' })
  }, [section])
  const at = (PAGE_NAMES as readonly string[]).indexOf(page.name)
  const [before, next] = [PAGE_NAMES[at - 1], PAGE_NAMES[at + 1]]
  return (
    <article ref={article} className={classes.text}>
      {page.sections.map(({ heading, level, tokens }) => (
        <section key={heading}>
          {createElement(`h${level + 1}`, null, <Marked text={heading} query={query} />)}
          <Markdown tokens={tokens} query={query} />
        </section>
      ))}
      <footer>
        {before && <a href={`#/help/${before}`}>{t('manual.before', { page: t(`manual.pages.${before}`) })}</a>}
        {next && <a href={`#/help/${next}`}>{t('manual.next', { page: t(`manual.pages.${next}`) })}</a>}
      </footer>
    </article>
  )
}
