import { useTranslation } from 'react-i18next'
import { DOT } from '@/ui/dot'
import classes from './Manual.module.css'
import { Marked } from './Markdown'
import type { Page } from './read-page'
import { type Place, readSynonyms, searchPages } from './search-pages'

const MOST = 30

interface Props {
  readonly pages: readonly Page[]
  readonly query: string
  onChoose(place: Place): void
}

/** Search results in the manual, each with an excerpt. */
export function SearchResults({ pages, query, onChoose }: Props) {
  const { t } = useTranslation()
  const places = searchPages(
    pages,
    query,
    readSynonyms(t('manual.synonyms')),
    t('manual.words', { returnObjects: true }),
  )
  const [count, shown] = [places.length, Math.min(places.length, MOST)]
  return (
    <>
      <p role="status">
        {count === 0
          ? t('manual.none', { query })
          : t(count > MOST ? 'manual.most' : 'manual.found', { query, count, shown })}
      </p>
      <ul className={classes.found}>
        {places.slice(0, MOST).map((place) => {
          const { page, section, excerpt, words } = place
          const heading = page.sections[section]!.heading
          return (
            <li key={`${page.name}-${section}`}>
              <button type="button" onClick={() => onChoose(place)}>
                <strong>{section === 0 ? page.title : [page.title, heading].join(DOT)}</strong>
                <span>
                  <Marked text={excerpt} query={words} />
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </>
  )
}
