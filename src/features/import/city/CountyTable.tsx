import { useTranslation } from 'react-i18next'
import type { CountyDraft } from '@/domain/city/county-list'
import classes from './NewCity.module.css'

interface Props {
  readonly counties: readonly CountyDraft[]
  onChange(counties: readonly CountyDraft[]): void
}

const TEXTS = ['name', 'code', 'aliases'] as const
const LABELS = { name: 'nameOf', code: 'codeOf', aliases: 'aliasesOf' } as const

/** All counties as a table with editable cells. */
export function CountyTable({ counties, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <h4>{t('city.names.list', { count: counties.length })}</h4>
      <table className={classes.counties}>
        <thead>
          <tr>
            <th scope="col">{t('city.names.name')}</th>
            <th scope="col">{t('city.names.countyCode')}</th>
            <th scope="col">{t('city.names.aliases')}</th>
            <th scope="col">{t('city.names.shapes')}</th>
          </tr>
        </thead>
        <tbody>
          {counties.map((county, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: no fixed key: name and code are being typed
            <tr key={place}>
              {TEXTS.map((part) => (
                <td key={part}>
                  <input
                    aria-label={t(`city.names.${LABELS[part]}`, { county: county.name || place + 1 })}
                    value={county[part]}
                    placeholder={part === 'aliases' ? t('city.names.aliasesHint') : undefined}
                    // Names and codes of counties without an outline are edited as text lines above this table.
                    readOnly={part !== 'aliases' && county.outlines.length === 0}
                    onChange={({ target }) =>
                      onChange(counties.map((each, i) => (i === place ? { ...each, [part]: target.value } : each)))
                    }
                  />
                </td>
              ))}
              <td>
                {county.outlines.length === 0
                  ? t('city.names.noShape')
                  : t('city.names.shapesCount', { count: county.outlines.length })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
