import { useTranslation } from 'react-i18next'
import { contestedKey, HAND_FIELDS, type HandField } from '@/domain/intake/set-by-hand'
import { useImports } from '@/store/imports'
import { useKindTexts } from '@/store/words/kinds'
import type { ItemTable } from '@/workspace/import/item-view'
import classes from './DifferenceView.module.css'

const isReviewed = (field: string): field is HandField => (HAND_FIELDS as readonly string[]).includes(field)

interface Props {
  readonly id: number
  readonly contested: ItemTable['contested']
}

/**
 * Conflicts: the file differs from a value that a person set, or a county derived for the file differs from the data's.
 * The existing value is kept unless the user chooses the file's.
 */
export function ContestedView({ id, contested: { count, first } }: Props) {
  const { t } = useTranslation()
  const change = useImports((state) => state.change)
  const { column } = useKindTexts()
  if (count === 0) return null
  const replacedKeys = first.filter(({ replaced }) => replaced).map(contestedKey)
  return (
    <section aria-label={t('data.contested.title')} className={classes.difference}>
      <h3>{t('data.contested.title')}</h3>
      <p className="quiet">{t('data.contested.help', { count })}</p>
      <ul>
        {first.map((each) => {
          const key = contestedKey(each)
          const { row, code, name, field, standing, brought, why, replaced } = each
          const said = {
            field: isReviewed(field) ? t(`data.contested.field.${field}`) : column(field),
            standing,
            brought,
            why: t(`data.contested.why.${why}`),
          }
          const others = replacedKeys.filter((other) => other !== key)
          return (
            <li key={key}>
              <b>{`${t('problem.row', { row })} ${code} ${name}`}</b>
              <span>{t('data.contested.line', said)}</span>
              <label>
                <input
                  type="checkbox"
                  checked={replaced}
                  onChange={() => void change(id, { replaced: replaced ? others : [...others, key] })}
                />{' '}
                {t('data.contested.replace', said)}
              </label>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
