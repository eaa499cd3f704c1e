import { useTranslation } from 'react-i18next'
import type { ColumnTest } from '@/domain/sources/view/column-test'
import type { ColumnFacts } from '@/questions/table/column-facts'
import { useDataWords } from '@/store/words/data-words'
import classes from './ColumnFilter.module.css'

interface Props {
  readonly facts: Extract<ColumnFacts, { type: 'text' }>
  readonly name: string
  readonly test: ColumnTest | undefined
  put(test: ColumnTest | null): void
}

/** Filters by part of a text, or by some of the column's most common texts. */
export function TextFilter({ facts, name, test, put }: Props) {
  const { t } = useTranslation()
  const { word } = useDataWords()
  const chosen = test && 'oneOf' in test ? test.oneOf : []
  const flip = (text: string) => {
    const next = chosen.includes(text) ? chosen.filter((each) => each !== text) : [...chosen, text]
    put(next.length > 0 ? { column: name, oneOf: next } : null)
  }
  return (
    <>
      <label className={classes.line}>
        <span>{t('table.contains')}</span>
        <input
          value={test && 'contains' in test ? test.contains : ''}
          onChange={(event) => put(event.target.value === '' ? null : { column: name, contains: event.target.value })}
        />
      </label>
      <ul className={classes.values}>
        {facts.common.map(([text, count]) => (
          <li key={text}>
            <label>
              <input type="checkbox" checked={chosen.includes(text)} onChange={() => flip(text)} />
              <span>{word(text) || t('detail.absent')}</span>
              <small>{count.toLocaleString('en')}</small>
            </label>
          </li>
        ))}
      </ul>
    </>
  )
}
